import { inflateSync } from 'node:zlib';

/** A page's dictionary: not that of the tree of pages. */
const page = /\/Type\s*\/Page(?![a-zA-Z])/g;
const packed = /\/Type\s*\/ObjStm[^>]*\/Length (\d+)>>\nstream\n/g;

/**
 * The pages of a PDF that this program wrote: objects lie in compressed streams (ISO 32000-1, 7.5.7). Null where none is
 * found, as of a PDF that another program wrote.
 */
export function pageCount(pdf: Uint8Array): number | null {
  const text = Buffer.from(pdf).toString('latin1');
  let found = 0;
  for (const { 0: head, 1: length, index } of text.matchAll(packed)) {
    const start = index + head.length;
    const objects = inflateSync(pdf.subarray(start, start + Number(length))).toString('latin1');
    found += objects.match(page)?.length ?? 0;
  }
  return found === 0 ? null : found;
}
