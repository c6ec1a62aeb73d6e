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
 * A sentence for the page. The figures it rests on count as used, shown or not. A footnote's letter stands at the first of the
 * figures that it is about: the others of the sentence go without.
 * @param lettered whether its figures have the letters of footnotes; not where the sentence names a proxy itself
 */
export function sentenceView(sentence: Sentence, figures: PageFigures, lettered = true): SentenceView {
  for (const id of sentence.figures) figures.get(id);
  const said = new Set<string>();
  return {
    parts: sentence.parts.map((part) => {
      if (typeof part === 'string') return { text: part, figure: null };
      const figure = figures.view(part.figure, part.text, lettered);
      const isSaid = said.has(figure.mark);
      said.add(figure.mark);
      return { text: part.text, figure: isSaid ? { ...figure, mark: '' } : figure };
    }),
  };
}
