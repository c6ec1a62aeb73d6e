import type { Edition } from '../editions/edition.ts';
import { type Window, windowBase } from '../series/windows.ts';
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
  readonly symbol: (symbol: string) => SymbolView;
  readonly pair: (first: string, second: string) => PairView;
  readonly macro: (series: string) => MacroView;
}

export function viewOf(panel: Panel, session: string): SessionView {
  const baseOf = memo((window: Window) => windowBase(session, window));
  const symbol = memo((name: string) => symbolViewOf(panel, name, session, baseOf));
  const pair = memo((first: string) =>
    memo((second: string) => pairViewOf(panel, symbol(first), symbol(second), session, baseOf)),
  );
  return {
    panel,
    edition: panel.edition,
    session,
    symbol,
    pair: (first, second) => pair(first)(second),
    macro: memo((series: string) => macroViewOf(panel, series, session)),
  };
}
