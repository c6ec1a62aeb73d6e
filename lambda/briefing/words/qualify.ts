import type { FigureBook } from '../../figures/book.ts';
import type { Part, Sentence } from '../../report/schema.ts';
import { plain } from './sentence.ts';

const spoken = { proxy: 'Proxy', stale: 'Stale' } as const;
type Caveat = keyof typeof spoken;

/**
 * The sentence with what a reader must know of the figures that it shows: "Proxy: GOOG stands in for GOOGL." A proxy
 * is called a proxy every time; a sentence that says so itself is left as it is. Runs last.
 *
 * @param given reasons that the paragraph has given before, and to which those of this sentence are added
 */
export function qualify(book: FigureBook, sentence: Sentence, given: Set<string> = new Set()): Sentence {
  return (['proxy', 'stale'] as const).reduce(
    (whole, caveat) => withCaveat(book, whole, caveat, given),
    sentence,
  );
}

function withCaveat(book: FigureBook, sentence: Sentence, caveat: Caveat, given: Set<string>): Sentence {
  if (new RegExp(`\\b${caveat}\\b`, 'i').test(plain(sentence))) return sentence;
  const reasons = new Map<string, string>();
  for (const part of sentence.parts) {
    if (typeof part === 'string') continue;
    const { status, reason } = book.get(part.figure);
    const first = reason?.split('; ')[0];
    if (status === caveat && first !== undefined && !reasons.has(first)) reasons.set(first, part.figure);
  }
  if (reasons.size === 0) return sentence;
  const isKnown = [...reasons.keys()].every((reason) => given.has(reason));
  for (const reason of reasons.keys()) given.add(reason);
  if (isKnown) return { ...sentence, parts: [...sentence.parts, ` ${spoken[caveat]}, as above.`] };
  const caveats = [...reasons].flatMap(([text, figure], i): Part[] => [
    i === 0 ? ` ${spoken[caveat]}: ` : '; ',
    { figure, text },
  ]);
  return { ...sentence, parts: [...sentence.parts, ...caveats, '.'] };
}
