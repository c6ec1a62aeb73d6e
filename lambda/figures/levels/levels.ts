import { mean } from '../../analytics/mean.ts';
import { pivots } from '../../analytics/pivots.ts';
import { memo } from '../../market-data/memo.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { SymbolView } from '../../market-data/symbol-view.ts';
import type { FigureBook } from '../book.ts';
import { lacksOne } from '../windows.ts';
import { type Absent, priceOf, tooShort, write } from '../write.ts';
import { ladderStep } from './ladder.ts';

const year = 252;
const averages = [20, 50, 200] as const;
const pivotNames = ['P', 'R1', 'S1', 'R2', 'S2'] as const;
const atrSessions = 14;
const chandelierSessions = 22;

function highest(values: Float64Array): number {
  let most = values[0]!;
  for (let i = 1; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}

function lowest(values: Float64Array): number {
  let least = values[0]!;
  for (let i = 1; i < values.length; i++) if (values[i]! < least) least = values[i]!;
  return least;
}

/** The ids of a symbol's levels, written out once: every session writes the same. */
const idsOf = memo((symbol: string) => ({
  atr: `atr.${symbol}.${atrSessions}`,
  atrStop: `stop.${symbol}.atr2`,
  chandelier: `stop.${symbol}.chandelier`,
  averages: averages.map((span) => ({ span, id: `sma.${symbol}.${span}` })),
  high: `high52w.${symbol}`,
  low: `low52w.${symbol}`,
  pivots: pivotNames.map((name) => ({ name, id: `pivot.${symbol}.${name}` })),
}));

function stops(view: SymbolView, unit: string, book: FigureBook): void {
  const { symbol, history, index, traded } = view;
  const ids = idsOf(symbol);
  const last = history.atr()[index]!;
  const atr =
    lacksOne(view, atrSessions) ??
    // A true range needs the close before it: of the first session there is none.
    (Number.isNaN(last) ? tooShort(atrSessions + 1, index + 1 - view.coverage.first) : last);
  write(book, ids.atr, { unit, method: 'average true range' }, traded, () => atr);
  const below = (
    id: string,
    method: 'atr stop' | 'chandelier',
    price: () => number | Absent,
    ranges: number,
  ) =>
    write(book, id, { unit, method }, traded, () => {
      const from = price();
      return typeof from !== 'number' ? from : typeof atr !== 'number' ? atr : priceOf(from - ranges * atr);
    });
  below(ids.atrStop, 'atr stop', () => history.close[index]!, 2);
  below(
    ids.chandelier,
    'chandelier',
    () =>
      lacksOne(view, chandelierSessions) ??
      highest(history.traded.high.subarray(index + 1 - chandelierSessions, index + 1)),
    3,
  );
}

function ranges(view: SymbolView, unit: string, book: FigureBook): void {
  const { symbol, history, index, close, traded } = view;
  const ids = idsOf(symbol);
  for (const { span, id } of ids.averages)
    write(
      book,
      id,
      { unit, method: 'moving average' },
      close,
      () => lacksOne(view, span) ?? mean(history.close.subarray(index + 1 - span, index + 1)),
    );
  const overYear = (values: Float64Array, extreme: (of: Float64Array) => number) => () =>
    lacksOne(view, year) ?? extreme(values.subarray(index + 1 - year, index + 1));
  const { high, low } = history.traded;
  write(book, ids.high, { unit, method: '52-week high' }, traded, overYear(high, highest));
  write(book, ids.low, { unit, method: '52-week low' }, traded, overYear(low, lowest));
}

function pivotLevels({ symbol, history, index, traded }: SymbolView, unit: string, book: FigureBook): void {
  const { high, low, close } = history.traded;
  const levels = pivots(high[index]!, low[index]!, close[index]!);
  const kind = { unit, method: 'pivot' } as const;
  for (const { name, id } of idsOf(symbol).pivots) write(book, id, kind, traded, () => priceOf(levels[name]));
}

/** The levels of a symbol that the ladder of the fund is built on, highest to lowest in no order of price. */
export const ladderLevels = (symbol: string): readonly string[] => [
  ...averages.map((span) => `sma.${symbol}.${span}`),
  `high52w.${symbol}`,
  `low52w.${symbol}`,
  `stop.${symbol}.atr2`,
  `stop.${symbol}.chandelier`,
  ...pivotNames.map((name) => `pivot.${symbol}.${name}`),
];

/** What the fund would trade at next session with the index fund at each of its levels that a session may reach. */
function ladder({ edition }: SessionView, book: FigureBook): void {
  for (const level of ladderLevels(edition.underlying)) ladderStep(edition, level, book);
}

/** Ranges, stops, averages, extremes and pivots of every symbol; the fund's price at the index fund's levels. */
export function levels(view: SessionView, book: FigureBook): void {
  for (const { symbol: name, currency } of view.edition.symbols) {
    const symbol = view.symbol(name);
    stops(symbol, currency, book);
    ranges(symbol, currency, book);
    pivotLevels(symbol, currency, book);
  }
  ladder(view, book);
}
