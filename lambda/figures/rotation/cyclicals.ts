import { correlation } from '../../analytics/correlation.ts';
import { fredSeries } from '../../editions/fred.ts';
import { joint } from '../../market-data/basis.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { newestColumn } from '../macro/reading-columns.ts';
import { growthColumn, isBroken } from '../prices/price-columns.ts';
import { lacksPoint } from '../windows.ts';
import { absent, derive, tooShort, write } from '../write.ts';

const [quarter, twoYears] = [63, 504] as const;

/** What the domestic sectors made beyond the first rival over a quarter, and how that went with the ten-year yield. */
export interface CyclicalColumns {
  readonly excess: LazyColumn;
  readonly pairs: LazyColumn;
  readonly withRates: LazyColumn;
}

export const cyclicalColumns = weakMemo((panel: Panel): CyclicalColumns => {
  const { claims, rivals, underlying } = panel.edition;
  const { length } = panel.axis.sessions;
  const growth = (symbol: string) => growthColumn(panel)(symbol)(quarter);
  const rival = growth(rivals.against[0]!);
  const sectors = claims.cyclicals.map(growth);
  const excess = lazyColumn(length, (t) => {
    let sum = 0;
    for (const sector of sectors) sum += sector(t) - rival(t);
    return sum / sectors.length;
  });
  const yields = newestColumn(panel)(fredSeries.tenYears);
  const change = lazyColumn(length, (t) => yields(t) - yields(t - quarter));
  const begin = panel.history(underlying).coverage.first;
  const pairsUpTo = (t: number): readonly [Float64Array, Float64Array] => {
    const [x, y] = [new Float64Array(twoYears), new Float64Array(twoYears)];
    let count = 0;
    for (let i = t; i >= begin && count < twoYears; i--) {
      const [lead, rise] = [excess(i), change(i)];
      if (Number.isNaN(lead) || Number.isNaN(rise)) continue;
      x[count] = lead;
      y[count++] = rise;
    }
    return [x.subarray(0, count), y.subarray(0, count)];
  };
  return {
    excess,
    pairs: lazyColumn(length, (t) => pairsUpTo(t)[0].length),
    withRates: lazyColumn(length, (t) => {
      const [leads, rises] = [excess.last(t, twoYears), change.last(t, twoYears)];
      if (t - twoYears + 1 >= begin && !isBroken(leads) && !isBroken(rises)) return correlation(leads, rises);
      const [x, y] = pairsUpTo(t);
      return x.length < twoYears ? Number.NaN : correlation(x, y);
    }),
  };
});

/**
 * `cyclicals.63d`: the mean excess of the domestic sectors over the first rival; `rates.cyclicals.504d`: its correlation with
 * the change of the ten-year yield over the same sessions. And the excess returns of pairs that only claims read.
 */
export function cyclicals(view: SessionView, book: FigureBook): void {
  const { claims, rivals } = view.edition;
  for (const [first, second] of claims.excesses)
    derive(
      book,
      `excess.${first}:${second}.63d`,
      { unit: 'fraction', method: 'excess return' },
      [`return.${first}.63d`, `return.${second}.63d`],
      (one, other) => one - other,
    );
  const { excess, pairs, withRates } = cyclicalColumns(view.panel);
  const symbols = [...claims.cyclicals, rivals.against[0]!].map(view.symbol);
  const basis = joint(...symbols.map(({ adjusted }) => adjusted));
  write(book, 'cyclicals.63d', { unit: 'fraction', method: 'cyclicals' }, basis, () => {
    const value = excess(view.index);
    if (Number.isFinite(value)) return value;
    const lacking = symbols.map((one) => lacksPoint(one, quarter)).find((one) => one !== null);
    return lacking ?? absent({ code: 'not-computable' });
  });
  const rates = joint(basis, view.macro(fredSeries.tenYears).basis);
  write(book, 'rates.cyclicals.504d', { unit: '-1..1', method: 'cyclicals and rates' }, rates, () => {
    const value = withRates(view.index);
    if (Number.isFinite(value)) return value;
    const count = pairs(view.index);
    return count < twoYears
      ? tooShort(twoYears, count, 'sessions with both')
      : absent({ code: 'no-variation' });
  });
}
