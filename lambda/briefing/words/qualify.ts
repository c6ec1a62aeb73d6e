import type { FigureBook } from '../../figures/book.ts';
import type { Part, Sentence } from '../../report/schema.ts';
import { plain } from './sentence.ts';

const spoken = { proxy: 'Proxy', stale: 'Stale' } as const;
type Caveat = keyof typeof spoken;

/**
 * The sentence with what a reader must know of the figures that it shows: "Proxy: GOOG stands in for GOOGL." A proxy
 * is called a proxy every time, so this is the last hand that any sentence passes; one that says so itself is left.
 */
export function qualify(book: FigureBook, sentence: Sentence): Sentence {
  return (['proxy', 'stale'] as const).reduce((whole, caveat) => withCaveat(book, whole, caveat), sentence);
}

function withCaveat(book: FigureBook, sentence: Sentence, caveat: Caveat): Sentence {
  if (new RegExp(`\\b${caveat}\\b`, 'i').test(plain(sentence))) return sentence;
  const reasons = new Map<string, string>();
  for (const part of sentence.parts) {
    if (typeof part === 'string') continue;
    const { status, reason } = book.get(part.figure);
    const first = reason?.split('; ')[0];
    if (status === caveat && first !== undefined && !reasons.has(first)) reasons.set(first, part.figure);
  }
  if (reasons.size === 0) return sentence;
  const told = [...reasons].flatMap(([text, figure], i): Part[] => [
    i === 0 ? ` ${spoken[caveat]}: ` : '; ',
    { figure, text },
  ]);
  return { ...sentence, parts: [...sentence.parts, ...told, '.'] };
}
