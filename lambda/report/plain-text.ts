import type { Sentence } from './schema.ts';

/** A sentence as plain text: its words, its figures as they are printed, and what must be said of these. */
export function plainText(sentence: Sentence): string {
  return [...sentence.parts, ...(sentence.caveat ?? [])]
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('');
}
