import { mean } from '../../analytics/mean.ts';
import { sessionsPerYear } from '../../analytics/volatility.ts';
import { fredSeries } from '../../editions/fred.ts';
import { joint } from '../../market-data/basis.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { newestColumn } from '../macro/reading-columns.ts';
import { sessionsMissing } from '../macro/sessions-missing.ts';
import { isBroken } from '../prices/price-columns.ts';
import { absent, write } from '../write.ts';

/** What a broker asks above the three-month bill, fraction a year: an assumption. */
const above = 0.015;

/** What borrowing for the fund's exposure on margin cost over a year, fraction of the stake a year, of every session. */
export const marginColumn = weakMemo((panel: Panel): LazyColumn => {
  const bill = newestColumn(panel)(fredSeries.threeMonths);
  const borrowed = panel.edition.fund.beta - 1;
  return lazyColumn(panel.axis.sessions.length, (t) => {
    const year = bill.last(t, sessionsPerYear);
    return isBroken(year) ? Number.NaN : borrowed * (mean(year) / 100 + above);
  });
});

/** `cost.margin.252d`: the same exposure with borrowed money at the three-month bill and 1.5 points. */
export function borrowing(view: SessionView, book: FigureBook): void {
  const bill = view.macro(fredSeries.threeMonths).basis;
  const basis = view.index < 0 ? joint(view.symbol(view.edition.underlying).adjusted, bill) : bill;
  write(book, 'cost.margin.252d', { unit: 'fraction a year', method: 'margin cost' }, basis, () => {
    const value = marginColumn(view.panel)(view.index);
    if (!Number.isNaN(value)) return value;
    const unread = absent({ code: 'no-value-needed', subject: fredSeries.threeMonths });
    return sessionsMissing(view, sessionsPerYear) ?? unread;
  });
}
