import type { PdfObjects } from './objects.ts';

/** How Chromium names an element of the structure tree: after its number in the process, which grows with every page. */
const name = /\(node(\d{8,})\)/g;

/**
 * Numbers the elements of the structure tree from 1, in the order of their numbers, so that they are the same
 * however much the process has printed before. The order keeps the sorted tree of names sorted.
 */
export function renumberNodes(pdf: PdfObjects): PdfObjects {
  const numbers = new Set<number>();
  for (const body of pdf.bodies.values())
    if (mentions(body)) for (const [, digits] of body.matchAll(name)) numbers.add(Number(digits));
  const places = new Map([...numbers].sort((a, b) => a - b).map((number, index) => [number, index + 1]));
  const rename = (body: string) =>
    body.replace(name, (_, digits: string) => `(node${String(places.get(Number(digits))).padStart(8, '0')})`);
  return {
    ...pdf,
    bodies: new Map([...pdf.bodies].map(([key, body]) => [key, mentions(body) ? rename(body) : body])),
  };
}

/** Streams hold any bytes and are left alone. */
function mentions(body: string): boolean {
  return !body.endsWith('endstream') && body.includes('(node');
}
