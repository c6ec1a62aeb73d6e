import type { FigureBook } from '../../figures/book.ts';
import type { Words } from '../words/sentence.ts';

/** Two consecutive sessions' figures, side by side: today's with their words, and the session's before. */
export interface SessionComparison {
  readonly words: Words;
  readonly before: FigureBook;
  /** Macro readings as they were reported last: what of today's is news. */
  readonly reported: FigureBook;
}

/** A figure's numbers on both sessions; null when either is missing. */
export function numbersOfBoth(
  { words, before }: SessionComparison,
  id: string,
): { now: number; then: number } | null {
  const now = words.number(id);
  const then = before.has(id) ? before.number(id) : null;
  return now === null || then === null ? null : { now, then };
}

/** A figure's words on both sessions; null when either is missing. */
export function wordsOfBoth(
  { words, before }: SessionComparison,
  id: string,
): { now: string; then: string } | null {
  const now = words.word(id);
  const then = before.has(id) ? before.word(id) : null;
  return now === null || then === null ? null : { now, then };
}

/** Did a signed distance change sides? `above`, `below`, or null. Standing exactly at the level is above it. */
export function crossed(both: { now: number; then: number } | null): 'above' | 'below' | null {
  if (both === null || both.now >= 0 === both.then >= 0) return null;
  return both.now >= 0 ? 'above' : 'below';
}
