import { formatDate, formatNumber } from '../../../briefing/words/format.ts';
import type { SessionLine } from '../../../catalogue/day.ts';
import type { Sentence } from '../../../report/schema.ts';
import { marksOf } from './marks.ts';

/** A run of words on a page of the site; a figure in it leads to its address. */
export interface SitePart {
  readonly text: string;
  readonly href: string;
}

/** @param href the address of a figure */
export function siteSentence(
  sentence: Sentence,
  href: (id: string) => string,
): { readonly parts: readonly SitePart[] } {
  return {
    parts: [...sentence.parts, ...(sentence.caveat ?? [])].map((part) =>
      typeof part === 'string' ? { text: part, href: '' } : { text: part.text, href: href(part.figure) },
    ),
  };
}

export interface ListedSession {
  readonly session: string;
  readonly date: string;
  readonly href: string;
  readonly sign: string;
  readonly classes: string;
  readonly words: string;
  readonly verdict: string;
  readonly score: string;
  readonly note: string;
}

export function lineOf(day: SessionLine, root: string): ListedSession {
  const score = day.numbers[0] ?? null;
  return {
    session: day.session,
    date: formatDate(day.session),
    href: `${root}reports/${day.session}/index.html`,
    ...marksOf(day),
    verdict: day.verdict,
    score: score === null ? '' : formatNumber(score, 0, 'always'),
    note: day.corrected === null ? '' : `Corrected: ${day.corrected.note}`,
  };
}
