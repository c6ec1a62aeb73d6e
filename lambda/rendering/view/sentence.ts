import type { Sentence } from '../../report/schema.ts';
import type { FigureView, PageFigures } from './figures.ts';

/** A run of plain words, or a figure in words. */
export interface PartView {
  readonly text: string;
  readonly figure: FigureView | null;
}

export interface SentenceView {
  readonly parts: readonly PartView[];
}

/**
 * A sentence for the page. The figures it rests on count as used, shown or not.
 * @param lettered whether its figures have the letters of footnotes; not where the sentence names a proxy itself
 */
export function sentenceView(sentence: Sentence, figures: PageFigures, lettered = true): SentenceView {
  for (const id of sentence.figures) figures.get(id);
  return {
    parts: sentence.parts.map((part) =>
      typeof part === 'string'
        ? { text: part, figure: null }
        : { text: part.text, figure: figures.view(part.figure, part.text, lettered) },
    ),
  };
}
