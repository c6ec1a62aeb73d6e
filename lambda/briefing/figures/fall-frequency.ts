import type { FigureBook } from '../book.ts';
import { once } from '../memo.ts';
import type { SessionView } from '../view.ts';
import { frequencySessions, scenarios } from './risk-rule.ts';
import { lastOf } from './windows.ts';
import { write } from './write.ts';

/** A fall of exactly the limit counts; the last bit of a quotient must not decide it. */
const slack = 1e-12;

/** On how many of the last ten years' sessions IWM fell by so much or more. */
export function fallFrequency(view: SessionView, book: FigureBook): void {
  const { underlying } = view.edition;
  const symbol = view.symbol(underlying);
  const recent = once(() =>
    lastOf(symbol.history.existingReturns(), symbol, frequencySessions, 'daily returns'),
  );
  for (const percent of scenarios)
    write(
      book,
      `frequency.${underlying}.${percent}`,
      { unit: 'count', method: 'fall frequency' },
      symbol.adjusted,
      () => {
        const returns = recent();
        if (!(returns instanceof Float64Array)) return returns;
        let count = 0;
        for (const value of returns) if (value <= percent / 100 + slack) count++;
        return count;
      },
    );
}
