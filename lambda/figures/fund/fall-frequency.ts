import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { frequencySessions, scenarioFalls } from '../levels/risk-rule.ts';
import { lastOf } from '../windows.ts';
import { write } from '../write.ts';

/** A fall of exactly the limit counts; the last bit of a quotient must not decide it. */
const slack = 1e-12;

/** How many returns fell by a given number of percent or more. */
function fallsIn(returns: Float64Array, percent: number): number {
  const limit = percent / 100 + slack;
  let count = 0;
  for (let i = 0; i < returns.length; i++) if (returns[i]! <= limit) count++;
  return count;
}

/** On how many of the last ten years' sessions IWM fell by so much or more. */
export function fallFrequency(view: SessionView, book: FigureBook): void {
  const { underlying } = view.edition;
  const symbol = view.symbol(underlying);
  const returns = lastOf(symbol.history.existingReturns(), symbol, frequencySessions, 'daily returns');
  for (const percent of scenarioFalls)
    write(
      book,
      `frequency.${underlying}.${percent}`,
      { unit: 'count', method: 'fall frequency' },
      symbol.adjusted,
      () => (returns instanceof Float64Array ? fallsIn(returns, percent) : returns),
    );
}
