import { volatility } from '../../analytics/volatility.ts';
import { worstDrawdown } from '../../analytics/worst-drawdown.ts';
import { yangZhangVolatility } from '../../analytics/yang-zhang.ts';
import { memo } from '../../market-data/memo.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { SymbolView } from '../../market-data/symbol-view.ts';
import { windows } from '../../series/windows.ts';
import type { FigureBook } from '../book.ts';
import { lacksOne, lacksStart } from '../windows.ts';
import { derive, write } from '../write.ts';
import { basketReturns } from './basket.ts';
import { ewmaAt } from './ewma.ts';

const year = 252;

/** The ids of a symbol's figures, written out once: every session writes the same. */
const idsOf = memo((symbol: string) => ({
  returns: windows.map((window) => ({ window, id: `return.${symbol}.${window}` })),
  close: `close.${symbol}`,
  change: `change.${symbol}.1d`,
  volatilities: [21, 63, year].map((span) => ({ span, id: `vol.${symbol}.${span}d` })),
  ewma: `vol.${symbol}.ewma`,
  yangZhang: `vol.${symbol}.yz21`,
  now: `drawdown.${symbol}.now`,
  worst: `drawdown.${symbol}.max1y`,
}));

const kinds = {
  return: { unit: 'fraction', method: 'return' },
  change: { unit: 'fraction', method: 'change' },
  volatility: { unit: 'fraction a year', method: 'volatility' },
  ewma: { unit: 'fraction a year', method: 'ewma volatility' },
  yangZhang: { unit: 'fraction a year', method: 'yang-zhang volatility' },
  now: { unit: 'fraction', method: 'drawdown' },
  worst: { unit: 'fraction', method: 'worst drawdown' },
  excess: { unit: 'fraction', method: 'excess return' },
} as const;

function returns(view: SymbolView, start: SessionView['start'], book: FigureBook): void {
  const { symbol, history, index, adjusted } = view;
  for (const { window, id } of idsOf(symbol).returns)
    write(book, id, kinds.return, adjusted, () => {
      const from = start(window);
      return lacksStart(view, from, window) ?? history.adjusted[index]! / history.adjusted[from]! - 1;
    });
}

function close(view: SymbolView, unit: string, book: FigureBook): void {
  const { symbol, history, index, close: basis } = view;
  const ids = idsOf(symbol);
  write(book, ids.close, { unit, method: 'close' }, basis, () => history.close[index]!);
  write(
    book,
    ids.change,
    kinds.change,
    basis,
    () => lacksOne(view, 2) ?? history.close[index]! / history.close[index - 1]! - 1,
  );
}

function volatilities(view: SymbolView, book: FigureBook): void {
  const { symbol, history, index, adjusted, traded } = view;
  const ids = idsOf(symbol);
  for (const { span, id } of ids.volatilities)
    write(
      book,
      id,
      kinds.volatility,
      adjusted,
      () =>
        lacksOne(view, span + 1) ?? volatility(history.logReturns().subarray(index - span + 1, index + 1)),
    );
  write(book, ids.ewma, kinds.ewma, adjusted, () => ewmaAt(history, index));
  write(
    book,
    ids.yangZhang,
    kinds.yangZhang,
    traded,
    () => lacksOne(view, 22) ?? yangZhangVolatility(history.traded, index, 21),
  );
}

function drawdowns(view: SymbolView, book: FigureBook): void {
  const { symbol, history, index, adjusted } = view;
  const ids = idsOf(symbol);
  write(book, ids.now, kinds.now, adjusted, () => history.adjusted[index]! / history.peaks()[index]! - 1);
  write(
    book,
    ids.worst,
    kinds.worst,
    adjusted,
    () => lacksOne(view, year) ?? worstDrawdown(history.adjusted.subarray(index - year + 1, index + 1)),
  );
}

const excessIds = memo((first: string) =>
  memo((second: string) =>
    windows.map((window) => ({
      id: `excess.${first}:${second}.${window}`,
      inputs: [`return.${first}.${window}`, `return.${second}.${window}`],
    })),
  ),
);

/** Writes `excess.P:B.W` for every window: the difference of two returns that the book already holds. */
export function excessReturns(first: string, second: string, book: FigureBook): void {
  for (const { id, inputs } of excessIds(first)(second))
    derive(book, id, kinds.excess, inputs, (a, b) => a - b);
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
  const comparisons = new Map(
    [
      ...pairs,
      ...map.subjects.map((subject) => [subject, map.benchmark] as const),
      [underlying, basket.id] as const,
    ].map((pair) => [pair.join(':'), pair]),
  );
  for (const [first, second] of comparisons.values()) excessReturns(first, second, book);
}
