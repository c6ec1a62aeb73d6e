import { pivots } from '../../analytics/pivots.ts';
import { wilsonInterval } from '../../analytics/wilson-interval.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { isWhole } from '../../series/coverage.ts';
import type { FigureBook } from '../book.ts';
import { fewestCases } from '../fewest.ts';
import { lacksOne } from '../windows.ts';
import { absent, write } from '../write.ts';

const year = 252;

/** How the first support of the evening before held within a year, of every session. */
export interface HeldColumns {
  /** Sessions that opened above it and traded at or below it. */
  readonly touched: LazyColumn;
  /** Those of them that closed above it. */
  readonly held: LazyColumn;
  readonly share: LazyColumn;
  readonly low: LazyColumn;
  readonly high: LazyColumn;
}

export const heldColumns = weakMemo((panel: Panel): HeldColumns => {
  const { traded, coverage } = panel.history(panel.edition.underlying);
  const { open, high, low, close } = traded;
  const { length } = panel.axis.sessions;
  /** 0 untouched, 1 touched, 2 touched and held; NaN without both bars. */
  const outcome = lazyColumn(length, (t) => {
    const { S1 } = pivots(high[t - 1]!, low[t - 1]!, close[t - 1]!);
    if (Number.isNaN(S1) || Number.isNaN(low[t]!)) return Number.NaN;
    return open[t]! > S1 && low[t]! <= S1 ? (close[t]! > S1 ? 2 : 1) : 0;
  });
  const count = (is: (outcome: number) => boolean) =>
    lazyColumn(length, (t) => {
      if (close.length === 0 || !isWhole(coverage, t, year + 1)) return Number.NaN;
      return outcome.last(t, year)!.reduce((sum, one) => sum + (is(one) ? 1 : 0), 0);
    });
  const touched = count((one) => one > 0);
  const held = count((one) => one === 2);
  const ofEnough = (of: (share: number, n: number) => number) =>
    lazyColumn(length, (t) => {
      const n = touched(t);
      return n >= fewestCases ? of(held(t) / n, n) : Number.NaN;
    });
  return {
    touched,
    held,
    share: ofEnough((share) => share),
    low: ofEnough((share, n) => wilsonInterval(share, n).low),
    high: ofEnough((share, n) => wilsonInterval(share, n).high),
  };
});

/** `held.IWM.S1.n`, `.share`, `.low`, `.high`: how often the first support of the evening before was touched, and held. */
export function heldLevel(view: SessionView, book: FigureBook): void {
  const symbol = view.symbol(view.edition.underlying);
  const { touched, share, low, high } = heldColumns(view.panel);
  const id = `held.${symbol.symbol}.S1`;
  const writeColumn = (
    name: string,
    unit: string,
    method: 'level touched' | 'level held',
    column: LazyColumn,
  ) =>
    write(book, `${id}.${name}`, { unit, method }, symbol.traded, () => {
      const n = touched(symbol.index);
      const lacking = lacksOne(symbol, year + 1);
      if (lacking !== null) return lacking;
      return name !== 'n' && n < fewestCases
        ? absent({ code: 'few-cases', cases: n, of: 'such session', needed: fewestCases })
        : column(symbol.index);
    });
  writeColumn('n', 'count', 'level touched', touched);
  writeColumn('share', 'fraction', 'level held', share);
  writeColumn('low', 'fraction', 'level held', low);
  writeColumn('high', 'fraction', 'level held', high);
}
