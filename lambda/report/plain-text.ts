import type { Sentence } from './schema.ts';

/** A sentence as plain text: its words, and its figures as they are printed. */
export function plainText(sentence: Sentence): string {
  return sentence.parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}
