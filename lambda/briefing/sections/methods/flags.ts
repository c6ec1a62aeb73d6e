import type { Prose } from '../../report.ts';
import type { Context } from '../context.ts';
import { listOf, text } from '../plain.ts';

/** What was not there, or looked wrong and was left as it was; no block when nothing was. What many share is said once. */
export function flagged({ header, book }: Context): Prose[] {
  if (header.flags.length === 0) return [];
  const alike = Map.groupBy(header.flags, ({ text: words }) => words);
  return [
    listOf(
      'methods.flags',
      'Gaps and oddities in the data',
      [...alike].map(([words, flags]) => {
        const subjects = flags.map(({ subject }) => subject);
        const names = subjects.map((subject) =>
          subject.replace(/^(bars|macro|filings|holdings|events):/, ''),
        );
        return text(
          `${names.join(', ')}: ${words}${/[.!?]$/.test(words) ? '' : '.'}`,
          subjects.filter((subject) => book.has(subject)),
        );
      }),
    ),
  ];
}
