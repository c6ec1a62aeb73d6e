import { kupiecRatio } from '../../analytics/kupiec.ts';
import { orderedWindow, sortedQuantile } from '../../analytics/ordered-window.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { isWhole } from '../../series/coverage.ts';
import type { FigureBook } from '../book.ts';
import { lacksOne } from '../windows.ts';
import { tooShort, write } from '../write.ts';
import { tailSessions, tailShare } from './risk.ts';

const year = 252;

export interface TailColumns {
  /** Sessions of a year whose multiple of the index fund's return lay beyond the value at risk of the evening before. */
  readonly exceedances: LazyColumn;
  /** Kupiec's likelihood ratio of them. */
  readonly ratio: LazyColumn;
}

export const tailColumns = weakMemo((panel: Panel): TailColumns => {
  const { underlying, fund } = panel.edition;
  const { coverage, returns, existingReturns } = panel.history(underlying);
  const { length } = panel.axis.sessions;
  const past = existingReturns();
  const inOrder = orderedWindow(
    past.values.map((value) => fund.beta * value),
    tailSessions,
  );
  const threshold = lazyColumn(length, (t) => {
    const end = past.upTo(t);
    return end < tailSessions ? Number.NaN : sortedQuantile(inOrder(end), tailShare);
  });
  const beyond = lazyColumn(length, (t) => {
    const limit = threshold(t - 1);
    return Number.isNaN(limit) ? Number.NaN : fund.beta * returns()[t]! < limit ? 1 : 0;
  });
  const exceedances = lazyColumn(length, (t) => {
    const last = isWhole(coverage, t, year + 1) ? beyond.last(t, year) : null;
    return last === null ? Number.NaN : last.reduce((sum, one) => sum + one, 0);
  });
  return { exceedances, ratio: lazyColumn(length, (t) => kupiecRatio(exceedances(t), year, tailShare)) };
});

/** `var95.exceed.252d`, `var95.kupiec.252d`: how the value at risk of the evenings before held within a year. */
export function tailRecord(view: SessionView, book: FigureBook): void {
  const symbol = view.symbol(view.edition.underlying);
  const { exceedances, ratio } = tailColumns(view.panel);
  const writeColumn = (id: string, unit: string, method: 'exceedances' | 'kupiec', column: LazyColumn) =>
    write(book, id, { unit, method }, symbol.adjusted, () => {
      const value = column(symbol.index);
      if (Number.isFinite(value)) return value;
      const needed = tailSessions + year;
      const has = symbol.history.existingReturns().upTo(symbol.index);
      return lacksOne(symbol, year + 1) ?? tooShort(needed, has, 'daily returns');
    });
  writeColumn('var95.exceed.252d', 'count', 'exceedances', exceedances);
  writeColumn('var95.kupiec.252d', 'ratio', 'kupiec', ratio);
}
