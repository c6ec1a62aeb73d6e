import type { FigureBook } from '../book.ts';
import type { SessionView } from '../view.ts';
import { frequencySessions, scenarios } from './risk-rule.ts';
import { tooShort, write } from './write.ts';

/** A fall of exactly the limit counts; the last bit of a quotient must not decide it. */
const slack = 1e-12;

/** On how many of the last ten years' sessions IWM fell by so much or more. */
export function fallFrequency(view: SessionView, book: FigureBook): void {
  const { underlying } = view.edition;
  const { adjusted, index, track } = view.symbol(underlying);
  for (const percent of scenarios)
    write(
      book,
      `frequency.${underlying}.${percent}`,
      { unit: 'count', method: 'fall frequency' },
      adjusted,
      () => {
        if (track === undefined || index < frequencySessions)
          return tooShort(frequencySessions, index, 'daily returns');
        const recent = track.returns().subarray(index - frequencySessions + 1, index + 1);
        return recent.reduce((count, value) => count + (value <= percent / 100 + slack ? 1 : 0), 0);
      },
    );
}
