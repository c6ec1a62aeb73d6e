import { volatility } from '../../analytics/volatility.ts';
import { worstDrawdown } from '../../analytics/worst-drawdown.ts';
import { yangZhangVolatility } from '../../analytics/yang-zhang.ts';
import { type Window, windows } from '../../series/windows.ts';
import type { FigureBook } from '../book.ts';
import type { SymbolView } from '../symbol-view.ts';
import type { SessionView } from '../view.ts';
import { basketReturns } from './basket.ts';
import { ewmaAt } from './ewma.ts';
import { lacksOne, lacksStart } from './windows.ts';
import { derive, write } from './write.ts';

const year = 252;

function returns(view: SymbolView, start: SessionView['start'], book: FigureBook): void {
  const { symbol, history, index, adjusted } = view;
  const kind = { unit: 'fraction', method: 'return' } as const;
  for (const window of windows)
    write(book, `return.${symbol}.${window}`, kind, adjusted, () => {
      const from = start(window);
      return lacksStart(view, from, window) ?? history.adjusted[index]! / history.adjusted[from]! - 1;
    });
}

function close(view: SymbolView, unit: string, book: FigureBook): void {
  const { symbol, history, index, close: basis } = view;
  write(book, `close.${symbol}`, { unit, method: 'close' }, basis, () => history.close[index]!);
  write(
    book,
    `change.${symbol}.1d`,
    { unit: 'fraction', method: 'change' },
    basis,
    () => lacksOne(view, 2) ?? history.close[index]! / history.close[index - 1]! - 1,
  );
}

function volatilities(view: SymbolView, book: FigureBook): void {
  const { symbol, history, index, adjusted, traded } = view;
  const unit = 'fraction a year';
  for (const span of [21, 63, year])
    write(
      book,
      `vol.${symbol}.${span}d`,
      { unit, method: 'volatility' },
      adjusted,
      () =>
        lacksOne(view, span + 1) ?? volatility(history.logReturns().subarray(index - span + 1, index + 1)),
    );
  write(book, `vol.${symbol}.ewma`, { unit, method: 'ewma volatility' }, adjusted, () =>
    ewmaAt(history, index),
  );
  write(
    book,
    `vol.${symbol}.yz21`,
    { unit, method: 'yang-zhang volatility' },
    traded,
    () => lacksOne(view, 22) ?? yangZhangVolatility(history.traded, index, 21),
  );
}

function drawdowns(view: SymbolView, book: FigureBook): void {
  const { symbol, history, index, adjusted } = view;
  const unit = 'fraction';
  write(
    book,
    `drawdown.${symbol}.now`,
    { unit, method: 'drawdown' },
    adjusted,
    () => history.adjusted[index]! / history.peaks()[index]! - 1,
  );
  write(
    book,
    `drawdown.${symbol}.max1y`,
    { unit, method: 'worst drawdown' },
    adjusted,
    () => lacksOne(view, year) ?? worstDrawdown(history.adjusted.subarray(index - year + 1, index + 1)),
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
    returns(symbol, view.start, book);
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
