import type { Edition } from '../editions/edition.ts';
import { noCalls, type PastCalls } from '../series/calls.ts';
import { type Window, windowStart } from '../series/windows.ts';
import { type MacroView, macroViewOf } from './macro-view.ts';
import { memo } from './memo.ts';
import { type PairView, pairViewOf } from './pair-view.ts';
import type { Panel } from './panel.ts';
import { type SymbolView, symbolViewOf } from './symbol-view.ts';

/** The panel on the evening of one session: what every figure family looks at. Parts are made on first use. */
export interface SessionView {
  readonly panel: Panel;
  readonly edition: Edition;
  readonly session: string;
  /** Index of the session on the axis; -1 where the axis does not reach it. */
  readonly index: number;
  /** Index of the session that a window starts from; -1 where the axis does not reach back that far. */
  readonly start: (window: Window) => number;
  readonly symbol: (symbol: string) => SymbolView;
  readonly pair: (first: string, second: string) => PairView;
  readonly macro: (series: string) => MacroView;
  /** What was published before the session. */
  readonly calls: PastCalls;
}

export function viewOf(panel: Panel, session: string, calls: PastCalls = noCalls): SessionView {
  const { axis } = panel;
  const at = axis.lastOnOrBefore(session);
  const symbol = memo((name: string) => symbolViewOf(panel, name, session, at));
  const pair = memo((first: string) =>
    memo((second: string) => pairViewOf(panel, symbol(first), symbol(second))),
  );
  return {
    panel,
    edition: panel.edition,
    session,
    index: axis.sessions[at] === session ? at : -1,
    start: memo((window: Window) => windowStart(axis, session, window)),
    symbol,
    pair: (first, second) => pair(first)(second),
    macro: memo((series: string) => macroViewOf(panel, series, session)),
    calls,
  };
}
