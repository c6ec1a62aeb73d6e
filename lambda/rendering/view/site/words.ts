import { formatDate, formatNumber } from '../../../briefing/words/format.ts';
import type { SessionLine } from '../../../catalogue/day.ts';
import type { Sentence } from '../../../report/schema.ts';

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
    parts: sentence.parts.map((part) =>
      typeof part === 'string' ? { text: part, href: '' } : { text: part.text, href: href(part.figure) },
    ),
  };
}

/** How a day is marked: classes for the eye, words for everybody. */
export function marksOf(day: SessionLine): {
  readonly classes: string;
  readonly sign: string;
  readonly words: string;
} {
  const sides = { own: 'up', other: 'down', none: '' } as const;
  const notes = [
    ...(day.state === null ? [] : [day.state]),
    ...(day.flip ? ['the rotation turned'] : []),
    ...(day.corrected === null ? [] : [`corrected, revision ${day.revision}`]),
    ...(day.incomplete ? ['incomplete'] : []),
    ...(day.simulated ? ['simulated'] : []),
  ];
  const classes = [
    day.side ?? 'none',
    ...(day.flip ? ['flip'] : []),
    ...(day.corrected === null ? [] : ['corrected']),
    ...(day.incomplete ? ['incomplete'] : []),
  ];
  return {
    classes: classes.join(' '),
    sign: day.side === null ? '' : sides[day.side],
    words: notes.join(', '),
  };
}

/** A session in a list. */
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
