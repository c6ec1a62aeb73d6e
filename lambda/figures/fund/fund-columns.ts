import { dailyMultiple } from '../../analytics/daily-multiple.ts';
import { mean } from '../../analytics/mean.ts';
import { sessionsPerYear } from '../../analytics/volatility.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { memo, weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import { isWhole } from '../../series/coverage.ts';
import { growthColumn } from '../prices/price-columns.ts';

const [month, year] = [21, sessionsPerYear] as const;
/** A session that gives the multiple to within this, a fraction. */
const asPromised = 0.0025;
/** A window that ends this near to the multiple of its whole return, a fraction. */
const nearby = 0.01;

/** What the leveraged fund made of its index fund's moves, of every session of a panel. */
export interface FundColumns {
  /** Return less the multiple of the index fund's, over n sessions. */
  readonly gap: (n: number) => LazyColumn;
  /** Daily multiples compounded less the multiple of the whole, over n sessions of which both have bars. */
  readonly compounding: (n: number) => LazyColumn;
  /** The same of the index fund alone, whose history is longer. */
  readonly alone: (n: number) => LazyColumn;
  readonly tracking: LazyColumn;
  readonly near: (n: number) => LazyColumn;
  readonly rising: LazyColumn;
  readonly falling: LazyColumn;
  /** Mean of the daily differences from the multiple over a year, a fraction a year. */
  readonly difference: LazyColumn;
}

export const fundColumns = weakMemo((panel: Panel): FundColumns => {
  const { fund, underlying } = panel.edition;
  const { symbol, beta } = fund;
  const [own, index] = [panel.history(symbol), panel.history(underlying)];
  const both = panel.pair(own, index).coverage;
  const { length } = panel.axis.sessions;
  const over = (n: number, of: (t: number) => number, coverage = both) =>
    lazyColumn(length, (t) => (isWhole(coverage, t, n) ? of(t) : Number.NaN));
  const growth = growthColumn(panel);
  const residual = lazyColumn(length, (t) => own.returns()[t]! - beta * index.returns()[t]!);
  const gap = memo((n: number) => over(n + 1, (t) => growth(symbol)(n)(t) - beta * growth(underlying)(n)(t)));
  const alone = memo((n: number) =>
    over(
      n + 1,
      (t) =>
        dailyMultiple(index.returns().subarray(t + 1 - n, t + 1), beta) - beta * growth(underlying)(n)(t),
      index.coverage,
    ),
  );
  const captured = (sign: 1 | -1) =>
    over(year + 1, (t) => capturedOf(own.returns(), index.returns(), t, sign));
  return {
    gap,
    alone,
    compounding: memo((n: number) => over(n + 1, (t) => alone(n)(t))),
    tracking: over(month + 1, (t) => shareWithin(residual.last(t, month), asPromised)),
    near: memo((n: number) => over(year + n, (t) => shareWithin(gap(n).last(t, year), nearby))),
    rising: captured(1),
    falling: captured(-1),
    difference: over(year + 1, (t) => mean(residual.last(t, year)!) * year),
  };
});

function shareWithin(values: Float64Array | null, limit: number): number {
  if (values === null) return Number.NaN;
  let count = 0;
  for (let i = 0; i < values.length; i++) if (Math.abs(values[i]!) <= limit) count++;
  return count / values.length;
}

/** Mean return of the fund over that of the index fund on a year's sessions of one sign; NaN where there is none. */
function capturedOf(made: Float64Array, moved: Float64Array, t: number, sign: 1 | -1): number {
  let [fundMoves, indexMoves] = [0, 0];
  for (let i = t - year + 1; i <= t; i++)
    if (sign * moved[i]! > 0) {
      fundMoves += made[i]!;
      indexMoves += moved[i]!;
    }
  return fundMoves / indexMoves;
}
