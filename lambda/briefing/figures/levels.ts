import { mean } from '../../analytics/mean.ts';
import { pivots } from '../../analytics/pivots.ts';
import type { FigureBook } from '../book.ts';
import type { SymbolView } from '../symbol-view.ts';
import type { SessionView } from '../view.ts';
import { derive, tooShort, write } from './write.ts';

const year = 252;
const averages = [20, 50, 200] as const;
const pivotNames = ['P', 'R1', 'S1', 'R2', 'S2'] as const;
const atrSessions = 14;
const chandelierSessions = 22;

const highest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, value));
const lowest = (values: Float64Array): number => values.reduce((least, value) => Math.min(least, value));

function stops({ symbol, track, index, traded }: SymbolView, unit: string, book: FigureBook): void {
  const seeded = index + 1 >= atrSessions;
  const atr = () => track.atr()[index]!;
  write(book, `atr.${symbol}.${atrSessions}`, { unit, method: 'average true range' }, traded, () =>
    seeded ? atr() : tooShort(atrSessions, index + 1),
  );
  write(book, `stop.${symbol}.atr2`, { unit, method: 'atr stop' }, traded, () =>
    seeded ? track.close[index]! - 2 * atr() : tooShort(atrSessions, index + 1),
  );
  write(book, `stop.${symbol}.chandelier`, { unit, method: 'chandelier' }, traded, () =>
    index + 1 < chandelierSessions
      ? tooShort(chandelierSessions, index + 1)
      : highest(track.traded.high.subarray(index + 1 - chandelierSessions, index + 1)) - 3 * atr(),
  );
}

function ranges({ symbol, track, index, close, traded }: SymbolView, unit: string, book: FigureBook): void {
  for (const span of averages)
    write(book, `sma.${symbol}.${span}`, { unit, method: 'moving average' }, close, () =>
      index + 1 < span ? tooShort(span, index + 1) : mean(track.close.subarray(index + 1 - span, index + 1)),
    );
  const overYear = (values: Float64Array, extreme: (of: Float64Array) => number) => () =>
    index + 1 < year ? tooShort(year, index + 1) : extreme(values.subarray(index + 1 - year, index + 1));
  const { high, low } = track.traded;
  write(book, `high52w.${symbol}`, { unit, method: '52-week high' }, traded, overYear(high, highest));
  write(book, `low52w.${symbol}`, { unit, method: '52-week low' }, traded, overYear(low, lowest));
}

function pivotLevels({ symbol, track, index, traded }: SymbolView, unit: string, book: FigureBook): void {
  const { high, low, close } = track.traded;
  for (const name of pivotNames)
    write(
      book,
      `pivot.${symbol}.${name}`,
      { unit, method: 'pivot' },
      traded,
      () => pivots(high[index]!, low[index]!, close[index]!)[name],
    );
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

/** What the fund would trade at next session with the index fund at each of its levels. */
function ladder({ edition }: SessionView, book: FigureBook): void {
  const { fund, underlying } = edition;
  for (const level of ladderLevels(underlying))
    derive(
      book,
      `ladder.${fund.symbol}.${level}`,
      { unit: 'usd', method: 'ladder' },
      [level, `close.${fund.symbol}`, `close.${underlying}`],
      (target, fundClose, underlyingClose) => fundClose * (1 + fund.beta * (target / underlyingClose - 1)),
    );
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
