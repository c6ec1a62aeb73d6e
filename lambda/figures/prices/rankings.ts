import { rank } from '../../analytics/rank.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { lacksOne } from '../windows.ts';
import { absent, derive, write } from '../write.ts';
import { ewmaAt } from './ewma.ts';

/** Windows of the excess returns of styles, sectors and technology. */
export const excessWindows = ['5d', '21d', '63d', 'ytd'] as const;

/**
 * The underlying's rank among the benchmarks, how unusual its day was, the excess returns of the map's subjects and of
 * technology that are no pair of the edition, and how far some symbols are below their 52-week high.
 */
export function rankings(view: SessionView, book: FigureBook): void {
  const { edition } = view;
  const { underlying, basket, map, rivals, gauge, shown } = edition;
  ranking(book, underlying, [underlying, ...rivals.against, ...rivals.beside, basket.id]);
  unusual(view, book, underlying);
  const styles = edition.symbols.filter(({ group }) => group in shown).map(({ symbol }) => symbol);
  for (const subject of new Set([...map.subjects, ...styles])) excess(book, subject, map.benchmark);
  for (const { pair } of gauge.rows) excess(book, ...pair);
  const highs = gauge.rows.flatMap(({ high }) => high ?? []);
  const others = rivals.against.filter((symbol) => symbol !== map.benchmark);
  for (const symbol of new Set([...highs, ...others, underlying])) belowHigh(book, symbol);
}

function ranking(book: FigureBook, underlying: string, symbols: readonly string[]): void {
  const ids = symbols.map((symbol) => `return.${symbol}.21d`);
  const there = ids.filter((id) => book.has(id) && book.get(id).value !== null);
  const own = `return.${underlying}.21d`;
  const inputs = there.includes(own) ? there : [own];
  const id = `rank.${underlying}.21d`;
  derive(book, id, { unit: 'rank', method: 'rank' }, inputs, (...values) =>
    rank(values, inputs.indexOf(own)),
  );
  derive(book, `${id}.of`, { unit: 'count', method: 'rank count' }, inputs, () => inputs.length);
}

/** `move.IWM.1d`: the day's return over the deviation that the evening before would have given a day. */
function unusual(view: SessionView, book: FigureBook, underlying: string): void {
  const symbol = view.symbol(underlying);
  const { history, index, adjusted } = symbol;
  write(book, `move.${underlying}.1d`, { unit: 'ratio', method: 'unusual move' }, adjusted, () => {
    const lacking = lacksOne(symbol, 2);
    if (lacking !== null) return lacking;
    const yearly = ewmaAt(history, index - 1);
    if (typeof yearly !== 'number') return yearly;
    return yearly > 0
      ? (history.returns()[index]! * Math.sqrt(252)) / yearly
      : absent({ code: 'did-not-move', subject: underlying, before: true });
  });
}

function excess(book: FigureBook, first: string, second: string): void {
  if (first === second) return;
  for (const window of excessWindows) {
    const id = `excess.${first}:${second}.${window}`;
    if (book.has(id)) continue;
    derive(
      book,
      id,
      { unit: 'fraction', method: 'excess return' },
      [`return.${first}.${window}`, `return.${second}.${window}`],
      (a, b) => a! - b!,
    );
  }
}

/** `high52w.SMH.below`: how far the close is below the highest high of 252 sessions; zero or less. */
function belowHigh(book: FigureBook, symbol: string): void {
  derive(
    book,
    `high52w.${symbol}.below`,
    { unit: 'fraction', method: 'below high' },
    [`close.${symbol}`, `high52w.${symbol}`],
    (close, high) => close! / high! - 1,
  );
}
