import { positionOf } from '../series/position.ts';
import { type Window, type WindowBase, windowStart } from '../series/windows.ts';
import { type Basis, joint } from './basis.ts';
import type { PairTrack } from './pair-track.ts';
import type { Panel } from './panel.ts';
import type { SymbolView } from './symbol-view.ts';

/** Two symbols on the evening of a session, on the sessions that both have. */
export interface PairView {
  /** `IWM:SPY`, first against second. */
  readonly pair: string;
  readonly track: PairTrack;
  /** Row of the session in the track's arrays; -1 when one of them has no bar that day. */
  readonly index: number;
  readonly basis: Basis;
  /** Row that a window ending at the session starts from, -1 when it is not covered. */
  readonly start: (window: Window) => number;
}

export function pairViewOf(
  panel: Panel,
  first: SymbolView,
  second: SymbolView,
  session: string,
  baseOf: (window: Window) => WindowBase,
): PairView {
  const track = panel.pairTrack(first.track, second.track);
  const index = positionOf(track.sessions, session);
  return {
    pair: `${first.symbol}:${second.symbol}`,
    track,
    index,
    basis: joint(first.adjusted, second.adjusted),
    start: (window) => windowStart(track.sessions, index, baseOf(window)),
  };
}
