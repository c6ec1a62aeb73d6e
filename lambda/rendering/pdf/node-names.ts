import type { PdfObjects } from './objects.ts';

/** How Chromium names an element of the structure tree: after the number that it gave its node in this process. */
const name = /\(node(\d{8,})\)/g;
/** An entry of the tree of names, which is sorted by them, and one of its limits. */
const entry = /\(node(\d{8,})\)(\s*\d+ 0 R)?/g;
const sorted = /\/(?:Names|Limits)\s*\[[^\]]*\]/g;
const identified = /\/ID\s*\(node(\d{8,})\)/g;

/**
 * Numbers the elements of the structure tree from 1, in the order of the document's objects, so that they are the same
 * whatever the process has printed before. Chromium numbers a node when it first needs to: in the first print of a
 * process two may have each other's place. The tree of names stays sorted: the k-th entry leads to the element k.
 */
export function renumberNodes(pdf: PdfObjects): PdfObjects {
  const dictionaries = [...pdf.bodies.values()].filter(mentions);
  const numbersIn = (pattern: RegExp) =>
    dictionaries.flatMap((body) => [...body.matchAll(pattern)].map(([, digits]) => Number(digits)));
  const all = [...new Set(numbersIn(name))].sort((a, b) => a - b);
  const ranks = new Map(all.map((number, index) => [number, index + 1]));
  const places = new Map(
    [...new Set([...numbersIn(identified), ...all])].map((number, index) => [number, index + 1]),
  );
  const elements = new Map<number, string>();
  for (const body of dictionaries)
    for (const [tree] of body.matchAll(sorted))
      for (const [, digits, element] of tree.matchAll(entry))
        if (element !== undefined) elements.set(places.get(Number(digits))!, element);
  const rename = (body: string) =>
    body
      .split(/(\/(?:Names|Limits)\s*\[[^\]]*\])/)
      .map((part, index) =>
        index % 2 === 0
          ? part.replace(name, (_, digits: string) => named(places.get(Number(digits))!))
          : part.replace(entry, (_, digits: string, element: string | undefined) => {
              const rank = ranks.get(Number(digits))!;
              return `${named(rank)}${element === undefined ? '' : (elements.get(rank) ?? element)}`;
            }),
      )
      .join('');
  return {
    ...pdf,
    bodies: new Map([...pdf.bodies].map(([key, body]) => [key, mentions(body) ? rename(body) : body])),
  };
}

const named = (number: number): string => `(node${String(number).padStart(8, '0')})`;

/** Streams hold any bytes and are left alone. */
function mentions(body: string): boolean {
  return !body.endsWith('endstream') && body.includes('(node');
}
