import { correlation } from '../../analytics/correlation.ts';
import { median } from '../../analytics/selection.ts';
import { sessionsPerYear, volatility } from '../../analytics/volatility.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { memo, weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import { isWhole } from '../../series/coverage.ts';
import { fewestCases } from '../fewest.ts';
import { growthColumn, isBroken } from '../prices/price-columns.ts';
import { fundColumns } from './fund-columns.ts';

const [month, year] = [21, sessionsPerYear] as const;
/** An advance of the index fund over 21 sessions, and a move that is none; fractions. */
const [advance, still] = [0.03, 0.02] as const;

/** Volatility of 21 sessions of a symbol, a fraction a year, of every session. */
export const volatilityColumn = weakMemo((panel: Panel) =>
  memo((symbol: string): LazyColumn => {
    const { coverage, logReturns } = panel.history(symbol);
    return lazyColumn(panel.axis.sessions.length, (t) =>
      isWhole(coverage, t, month + 1) ? volatility(logReturns().subarray(t + 1 - month, t + 1)) : Number.NaN,
    );
  }),
);

/** What a month's path did to the fund, over the windows of 21 sessions that end within a year. */
export interface SwingColumns {
  /** Correlation of volatility with compounding, of the index fund alone. */
  readonly volgap: LazyColumn;
  /** Windows that an advance, or a move that is none, ends; and the median of what the fund made of them. */
  readonly advances: LazyColumn;
  readonly amplify: LazyColumn;
  readonly stills: LazyColumn;
  readonly sideways: LazyColumn;
}

export const swingColumns = weakMemo((panel: Panel): SwingColumns => {
  const { fund, underlying } = panel.edition;
  const { coverage } = panel.pair(panel.history(fund.symbol), panel.history(underlying));
  const { length } = panel.axis.sessions;
  const { alone } = fundColumns(panel);
  const growth = growthColumn(panel);
  const [made, moved] = [growth(fund.symbol)(month), growth(underlying)(month)];
  const picked = (is: (move: number) => boolean, of: (t: number) => number) => (t: number) => {
    const values: number[] = [];
    for (let i = t - year + 1; i <= t; i++) if (is(moved(i))) values.push(of(i));
    return Float64Array.from(values);
  };
  const over = (of: (t: number) => number) =>
    lazyColumn(length, (t) => (isWhole(coverage, t, year + month) ? of(t) : Number.NaN));
  const advances = picked(
    (move) => move >= advance,
    (t) => made(t) / moved(t),
  );
  const stills = picked(
    (move) => Math.abs(move) <= still,
    (t) => alone(month)(t),
  );
  const medianOf = (cases: (t: number) => Float64Array) => (t: number) => {
    const values = cases(t);
    return values.length < fewestCases ? Number.NaN : median(values);
  };
  const calm = volatilityColumn(panel)(underlying);
  return {
    volgap: lazyColumn(length, (t) => {
      const [x, y] = [calm.last(t, year), alone(month).last(t, year)];
      return isBroken(x) || isBroken(y) ? Number.NaN : correlation(x, y);
    }),
    advances: over((t) => advances(t).length),
    amplify: over(medianOf(advances)),
    stills: over((t) => stills(t).length),
    sideways: over(medianOf(stills)),
  };
});
