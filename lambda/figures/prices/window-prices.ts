import type { SessionView } from '../../market-data/session-view.ts';
import type { Report } from '../../report/schema.ts';
import { type Window, windows } from '../../series/windows.ts';
import type { FigureBook } from '../book.ts';

type WindowPrices = NonNullable<Report['windowPrices']>;

/**
 * The adjusted closes that returns are made of, in the symbol's currency: of the session, and of the session that each window
 * starts from. `return.S.W` is `end[S] / starts[W].closes[S] − 1`; a return that is missing has neither.
 */
export function windowPrices(view: SessionView, book: FigureBook): WindowPrices {
  const { symbols } = view.edition;
  const { sessions } = view.panel.axis;
  const end: WindowPrices['end'] = {};
  const starts: WindowPrices['starts'] = {};
  const closesOf = (window: Window): Record<string, number> => {
    const closes: Record<string, number> = {};
    for (const { symbol } of symbols) {
      const id = `return.${symbol}.${window}`;
      if (!book.has(id) || book.number(id) === null) continue;
      const { history, index } = view.symbol(symbol);
      closes[symbol] = history.adjusted[view.start(window)]!;
      end[symbol] = history.adjusted[index]!;
    }
    return closes;
  };
  for (const window of windows) {
    const session = sessions[view.start(window)];
    if (session !== undefined) starts[window] = { session, closes: closesOf(window) };
  }
  return { end, starts };
}
