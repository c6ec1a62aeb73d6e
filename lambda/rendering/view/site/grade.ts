import { formatValue } from '../../../briefing/words/value.ts';
import type { Grade } from '../../../catalogue/grade.ts';
import { plural } from '../../../counted.ts';

/** Share of a normal distribution within one standard deviation. */
const within = 0.6827;

/** How the briefings' own statements turned out, in a sentence or two; empty where nothing can be said. */
export function gradeWords(
  { held, of, share, median, p95, ladders }: Grade,
  underlying: string,
  fund: string,
): string {
  const percent = (value: number, decimals: number) =>
    formatValue(value, { as: 'percent', decimals, sign: 'negative' });
  const beside =
    share === null
      ? ''
      : `, ${percent(share, 1)}; of a normal distribution it would be ${percent(within, 1)}`;
  const move =
    of === 0
      ? ''
      : `The expected move of ${underlying} (one standard deviation) held on ${held} of ${of} ${plural(of, 'session')}${beside}. `;
  const ladder =
    median === null || p95 === null
      ? ''
      : `The ladder missed the close of ${fund} by ${percent(median, 3)} in the median and ${percent(p95, 2)} at the 95th percentile of ${ladders} sessions.`;
  return `${move}${ladder}`.trim();
}
