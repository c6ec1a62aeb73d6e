import type { Prose } from '../../report.ts';
import type { Context } from '../context.ts';
import { listOf, text } from '../plain.ts';

/** What looked wrong in the data and was left as it was; no block when nothing did. */
export function flagged({ header, book }: Context): Prose[] {
  if (header.flags.length === 0) return [];
  return [
    listOf(
      'methods.flags',
      'Looked wrong, left as received',
      header.flags.map(({ subject, text: words }) =>
        text(
          `${subject.replace(/^(bars|macro|filings|holdings|events):/, '')}: ${words}${/[.!?]$/.test(words) ? '' : '.'}`,
          book.has(subject) ? [subject] : [],
        ),
      ),
    ),
  ];
}
