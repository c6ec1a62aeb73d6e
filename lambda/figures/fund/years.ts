import type { SessionView } from '../../market-data/session-view.ts';
import type { SymbolView } from '../../market-data/symbol-view.ts';
import type { FigureBook } from '../book.ts';
import { absent, derive, write } from '../write.ts';

/** Calendar years that have figures, the session's own among them. */
export const yearsTold = 10;

/** The years of a session's table, the newest first. */
export const yearsOf = (session: string): readonly number[] =>
  Array.from({ length: yearsTold }, (_, back) => Number(session.slice(0, 4)) - back);

/**
 * What the index fund and the leveraged fund made in each calendar year, dividends reinvested, and the multiple of the
 * first: `year.IWM.2020`, `year.TNA.2020`, `year.TNA.2020.target`. A year runs from the last session before it to its
 * last one; the session's own runs to the session.
 */
export function calendarYears(view: SessionView, book: FigureBook): void {
  const { fund, underlying } = view.edition;
  for (const year of yearsOf(view.session)) {
    const id = (symbol: string) => `year.${symbol}.${year}`;
    for (const symbol of [underlying, fund.symbol])
      yearReturn(view, view.symbol(symbol), year, id(symbol), book);
    derive(
      book,
      `${id(fund.symbol)}.target`,
      { unit: 'fraction', method: 'calendar year multiple' },
      [id(underlying)],
      (held) => fund.beta * held,
    );
  }
}

function yearReturn(view: SessionView, symbol: SymbolView, year: number, id: string, book: FigureBook): void {
  const { axis } = view.panel;
  const { history, coverage, index, adjusted } = symbol;
  const start = axis.lastOnOrBefore(`${year - 1}-12-31`);
  const end = Math.min(axis.lastOnOrBefore(`${year}-12-31`), index);
  write(book, id, { unit: 'fraction', method: 'calendar year' }, adjusted, () => {
    if (start < coverage.first)
      return absent({ code: 'too-young', subject: symbol.symbol, window: `${year}` });
    for (const row of [start, end]) if (Number.isNaN(history.adjusted[row]!)) return absent(symbol.gap(row));
    return history.adjusted[end]! / history.adjusted[start]! - 1;
  });
}
