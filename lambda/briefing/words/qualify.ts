import type { Part, Sentence } from '../../report/schema.ts';
import { reasonKey } from '../../series/reason.ts';
import { reasonText } from './reasons.ts';
import { type Caveat, namedIn, type Words } from './sentence.ts';

const spoken: Readonly<Record<Caveat, string>> = { proxy: 'Proxy', stale: 'Stale' };

/**
 * The sentence with, apart from its words, what a reader must know of the figures that it shows: "Proxy: GOOG stands in for GOOGL." A proxy
 * is called a proxy every time; a sentence that says so itself is left as it is. Runs last.
 *
 * @param given keys of the reasons that the paragraph has given before, and to which those of this sentence are added
 */
export function qualify(words: Words, sentence: Sentence, given: Set<string> = new Set()): Sentence {
  const { parts, figures, caveat } = sentence;
  const own = namedIn(sentence);
  return (['proxy', 'stale'] as const)
    .filter((caveat) => !own.includes(caveat))
    .reduce<Sentence>((whole, caveat) => withCaveat(words, whole, caveat, given), {
      parts,
      figures,
      ...(caveat && { caveat }),
    });
}

/** The same in a word, " Proxy.", for a list of short lines: the reason is with the figure. */
export function qualifyBriefly({ book }: Words, sentence: Sentence): Sentence {
  const own = namedIn(sentence);
  const { parts, figures } = sentence;
  const shown = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.figure]));
  const caveats = (['proxy', 'stale'] as const).flatMap((caveat): Part[] => {
    const figure = shown.find((id) => book.get(id).status === caveat);
    return figure === undefined || own.includes(caveat) ? [] : [' ', { figure, text: `${spoken[caveat]}.` }];
  });
  return { parts, figures, ...(caveats.length === 0 ? {} : { caveat: caveats }) };
}

function withCaveat(
  { book, idiom }: Words,
  sentence: Sentence,
  caveat: Caveat,
  given: Set<string>,
): Sentence {
  const reasons = new Map<string, { readonly figure: string; readonly text: string }>();
  for (const part of sentence.parts) {
    if (typeof part === 'string') continue;
    const { figure } = part;
    const { status, reasons: [first] = [] } = book.get(figure);
    if (status !== caveat || first === undefined || reasons.has(reasonKey(first))) continue;
    reasons.set(reasonKey(first), { figure, text: reasonText(first, idiom) });
  }
  if (reasons.size === 0) return sentence;
  const isKnown = [...reasons.keys()].every((key) => given.has(key));
  for (const key of reasons.keys()) given.add(key);
  const before = sentence.caveat ?? [];
  if (isKnown) return { ...sentence, caveat: [...before, ` ${spoken[caveat]}, as above.`] };
  const caveats = [...reasons.values()].flatMap((part, i): Part[] => [
    i === 0 ? ` ${spoken[caveat]}: ` : '; ',
    part,
  ]);
  return { ...sentence, caveat: [...before, ...caveats, '.'] };
}
