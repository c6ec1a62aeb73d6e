import { type Basis, joint } from './basis.ts';
import type { PairHistory } from './pair-history.ts';
import type { Panel } from './panel.ts';
import type { Standpoint, SymbolView } from './symbol-view.ts';

/** Two symbols on the evening of a session. */
export interface PairView extends Standpoint {
  /** `IWM:SPY`, first against second. */
  readonly pair: string;
  readonly first: SymbolView;
  readonly second: SymbolView;
  readonly history: PairHistory;
  /** Missing when one of them has no bar that day. */
  readonly basis: Basis;
}

export function pairViewOf(panel: Panel, first: SymbolView, second: SymbolView): PairView {
  const history = panel.pair(first.history, second.history);
  return {
    symbols: [first.symbol, second.symbol],
    pair: `${first.symbol}:${second.symbol}`,
    first,
    second,
    index: Math.min(first.index, second.index),
    history,
    coverage: history.coverage,
    gap: (hole) => (Number.isNaN(first.history.adjusted[hole]!) ? first : second).gap(hole),
    basis: joint(first.adjusted, second.adjusted),
  };
}
