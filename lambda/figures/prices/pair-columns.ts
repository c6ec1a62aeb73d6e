import { mean } from '../../analytics/mean.ts';
import { wins } from '../../analytics/wins.ts';
import { worstDrawdown } from '../../analytics/worst-drawdown.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { memo, weakMemo } from '../../market-data/memo.ts';
import type { PairHistory } from '../../market-data/pair-history.ts';
import type { Panel } from '../../market-data/panel.ts';
import { rankColumn } from '../../market-data/rank-column.ts';
import { isWhole } from '../../series/coverage.ts';

const [year, fiveYears] = [252, 1260] as const;

/** What a pair was on every session, by the definitions of its figures. */
export interface PairColumns {
  /** Ratio over its mean of a given number of sessions, less one. */
  readonly against: (span: number) => LazyColumn;
  readonly percentile: LazyColumn;
  /** Of the last n sessions, those on which the first made more. */
  readonly wins: (span: number) => LazyColumn;
}

export const pairColumns = weakMemo((panel: Panel) =>
  memo((pair: string): PairColumns => {
    const [first, second] = pair.split(':').map(panel.history) as [History, History];
    const history: PairHistory = panel.pair(first, second);
    const { length } = panel.axis.sessions;
    const ratio = lazyColumn(length, (t) => history.ratio()[t]!);
    const over = (n: number, of: (t: number) => number) =>
      lazyColumn(length, (t) => (isWhole(history.coverage, t, n) ? of(t) : Number.NaN));
    return {
      against: memo((span: number) =>
        over(span, (t) => {
          const ratios = history.ratio();
          return ratios[t]! / mean(ratios.subarray(t + 1 - span, t + 1)) - 1;
        }),
      ),
      percentile: rankColumn(ratio, length, { most: fiveYears, least: fiveYears }),
      wins: memo((span: number) => over(span + 1, (t) => wins(first.returns(), second.returns(), t, span))),
    };
  }),
);

type History = ReturnType<Panel['history']>;

/** The deepest fall of a symbol within a year, on every session. */
export const deepestColumn = weakMemo((panel: Panel) =>
  memo((symbol: string): LazyColumn => {
    const { adjusted, coverage } = panel.history(symbol);
    return lazyColumn(panel.axis.sessions.length, (t) =>
      isWhole(coverage, t, year) ? worstDrawdown(adjusted.subarray(t - year + 1, t + 1)) : Number.NaN,
    );
  }),
);
