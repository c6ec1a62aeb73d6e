import type { Edition } from '../../editions/edition.ts';
import type { FigureBook } from '../../figures/book.ts';
import type { EventAhead } from '../../report/schema.ts';
import type { Header } from '../header.ts';
import type { PublishedComparison } from './published-report.ts';

/** What the rules of changes read: the figures of two consecutive sessions, and the last published report. */
export interface TwoSessions {
  readonly edition: Edition;
  readonly header: Pick<Header, 'session' | 'provenance' | 'flags'>;
  readonly now: FigureBook;
  /** The session before, computed from today's data. */
  readonly before: FigureBook;
  /** Macro readings as they were reported last: what of today's is news. */
  readonly reported: FigureBook;
  /** What is known to come in the next ten sessions. */
  readonly ahead: readonly EventAhead[];
  /** Null where the archive has no report of the week before. */
  readonly published: PublishedComparison | null;
}

/** A figure's numbers on both sessions; null when either is missing. */
export function numbersOfBoth(
  { now, before }: Pick<TwoSessions, 'now' | 'before'>,
  id: string,
): { now: number; then: number } | null {
  const [today, then] = [numberOf(now, id), numberOf(before, id)];
  return today === null || then === null ? null : { now: today, then };
}

/** A figure's words on both sessions; null when either is missing. */
export function wordsOfBoth(
  { now, before }: Pick<TwoSessions, 'now' | 'before'>,
  id: string,
): { now: string; then: string } | null {
  const [today, then] = [wordOf(now, id), wordOf(before, id)];
  return today === null || then === null ? null : { now: today, then };
}

/** The number of a figure; null where it is missing or not in the book. */
export const numberOf = (book: FigureBook, id: string): number | null =>
  book.has(id) ? book.number(id) : null;

export const wordOf = (book: FigureBook, id: string): string | null => (book.has(id) ? book.word(id) : null);
