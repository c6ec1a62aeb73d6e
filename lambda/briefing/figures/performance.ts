import { volatility } from '../../analytics/volatility.ts';
import { worstDrawdown } from '../../analytics/worst-drawdown.ts';
import { yangZhangVolatility } from '../../analytics/yang-zhang.ts';
import { type Window, windows } from '../../series/windows.ts';
import type { FigureBook } from '../book.ts';
import type { SymbolView } from '../symbol-view.ts';
import type { SessionView } from '../view.ts';
import { basketReturns } from './basket.ts';
import { absent, derive, tooShort, write } from './write.ts';

const year = 252;

function returns({ symbol, track, index, adjusted, start }: SymbolView, book: FigureBook): void {
  const kind = { unit: 'fraction', method: 'return' } as const;
  for (const window of windows)
    write(book, `return.${symbol}.${window}`, kind, adjusted, () => {
      const from = start(window);
      if (from < 0) return absent(`${symbol} does not reach back over ${window}`);
      return track.adjusted[index]! / track.adjusted[from]! - 1;
    });
}

function close({ symbol, track, index, close: basis }: SymbolView, unit: string, book: FigureBook): void {
  write(book, `close.${symbol}`, { unit, method: 'close' }, basis, () => track.close[index]!);
  write(book, `change.${symbol}.1d`, { unit: 'fraction', method: 'change' }, basis, () =>
    index < 1 ? tooShort(2, index + 1) : track.close[index]! / track.close[index - 1]! - 1,
  );
}

function volatilities({ symbol, track, index, adjusted, traded }: SymbolView, book: FigureBook): void {
  const unit = 'fraction a year';
  for (const span of [21, 63, year])
    write(book, `vol.${symbol}.${span}d`, { unit, method: 'volatility' }, adjusted, () =>
      index < span
        ? tooShort(span + 1, index + 1)
        : volatility(track.logReturns().subarray(index - span + 1, index + 1)),
    );
  write(book, `vol.${symbol}.ewma`, { unit, method: 'ewma volatility' }, adjusted, () =>
    index < 1 ? tooShort(2, index + 1) : track.ewma()[index]!,
  );
  write(
    book,
    `vol.${symbol}.yz21`,
    { unit, method: 'yang-zhang volatility' },
    traded,
    () => yangZhangVolatility(track.traded, index, 21) ?? tooShort(22, index + 1),
  );
}

function drawdowns({ symbol, track, index, adjusted }: SymbolView, book: FigureBook): void {
  const unit = 'fraction';
  write(
    book,
    `drawdown.${symbol}.now`,
    { unit, method: 'drawdown' },
    adjusted,
    () => track.adjusted[index]! / track.peaks()[index]! - 1,
  );
  write(book, `drawdown.${symbol}.max1y`, { unit, method: 'worst drawdown' }, adjusted, () =>
    index < year - 1
      ? tooShort(year, index + 1)
      : worstDrawdown(track.adjusted.subarray(index - year + 1, index + 1)),
  );
}

/** Writes `excess.P:B.W` for every window: the difference of two returns that the book already holds. */
export function excessReturns(first: string, second: string, book: FigureBook): void {
  const excess = (window: Window) =>
    derive(
      book,
      `excess.${first}:${second}.${window}`,
      { unit: 'fraction', method: 'excess return' },
      [`return.${first}.${window}`, `return.${second}.${window}`],
      (a, b) => a - b,
    );
  windows.forEach(excess);
}

/** Returns, closes, volatilities and drawdowns of every symbol; the basket; excess returns of the pairs. */
export function performance(view: SessionView, book: FigureBook): void {
  const { symbols, pairs, map, basket, underlying } = view.edition;
  for (const { symbol: name, currency } of symbols) {
    const symbol = view.symbol(name);
    returns(symbol, book);
    close(symbol, currency, book);
    volatilities(symbol, book);
    drawdowns(symbol, book);
  }
  basketReturns(view, book);
  const told = new Map(
    [
      ...pairs,
      ...map.subjects.map((subject) => [subject, map.benchmark] as const),
      [underlying, basket.id] as const,
    ].map((pair) => [pair.join(':'), pair]),
  );
  for (const [first, second] of told.values()) excessReturns(first, second, book);
}
