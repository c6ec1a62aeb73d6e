import { memo, weakMemo } from '../../market-data/memo.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { frequencySessions, scenarios } from '../levels/risk-rule.ts';
import { tooShort, write } from '../write.ts';

/** A fall of exactly the limit counts; the last bit of a quotient must not decide it. */
const slack = 1e-12;

/** How many returns up to each session fell by so many percent or more. */
const fallsOf = weakMemo((returns: Float64Array) =>
  memo((percent: number) => {
    const counts = new Int32Array(returns.length);
    let count = 0;
    for (let t = 0; t < returns.length; t++) {
      if (returns[t]! <= percent / 100 + slack) count++;
      counts[t] = count;
    }
    return counts;
  }),
);

/** On how many of the last ten years' sessions IWM fell by so much or more. */
export function fallFrequency(view: SessionView, book: FigureBook): void {
  const { underlying } = view.edition;
  const { adjusted, index, history } = view.symbol(underlying);
  const { indices, upTo } = history.existingReturns();
  const returns = upTo(index);
  const first = indices[returns - frequencySessions] ?? -1;
  for (const percent of scenarios)
    write(
      book,
      `frequency.${underlying}.${percent}`,
      { unit: 'count', method: 'fall frequency' },
      adjusted,
      () => {
        if (first < 0) return tooShort(frequencySessions, returns, 'daily returns');
        const counts = fallsOf(history.returns())(percent);
        return counts[index]! - counts[first - 1]!;
      },
    );
}
