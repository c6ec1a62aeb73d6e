import type { Prose, Sentence } from '../../report/schema.ts';

/** A sentence of words alone, or of words that rest on figures without showing them. */
export const plainSentence = (words: string, figures: readonly string[] = []): Sentence => ({
  parts: [words],
  figures: [...figures],
});

export const listOf = (id: string, title: string, sentences: readonly Sentence[]): Prose => ({
  kind: 'prose',
  id,
  title,
  form: 'list',
  sentences: [...sentences],
});

export const paragraphOf = (id: string, title: string, sentences: readonly Sentence[]): Prose => ({
  ...listOf(id, title, sentences),
  form: 'paragraph',
});
