import { RenderError } from '../../errors.ts';

/**
 * The indirect objects of a PDF, each as the bytes between `obj` and `endobj`. Bytes are held as latin-1 strings,
 * one character a byte, so that they can be searched and replaced as text without loss.
 */
export interface PdfObjects {
  /** By object number; generation is 0 throughout. */
  readonly bodies: ReadonlyMap<number, string>;
  readonly root: number;
  readonly info: number;
}

/**
 * Reads a PDF as Chromium's writer (Skia) makes it: one classic cross-reference table, one revision, no encryption.
 * Anything else is refused rather than guessed at.
 * @throws RenderError when the file is of another shape
 */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const tail = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64));
  const table =
    tail === null ? null : /^xref\s+0 (\d+)\s+/.exec(text.slice(Number(tail[1]), Number(tail[1]) + 40));
  if (tail === null || table === null) throw unexpected('no cross-reference table at its end');
  const start = Number(tail[1]);
  const count = Number(table[1]);
  const entries = start + table[0].length;
  const trailer = text.slice(entries + 20 * count, -tail[0].length);
  if (trailer.includes('/Prev') || trailer.includes('/Encrypt'))
    throw unexpected('it is revised or encrypted');

  const offsets = new Map<number, number>();
  for (let number = 1; number < count; number += 1) {
    const entry = text.slice(entries + 20 * number, entries + 20 * number + 18);
    if (entry.endsWith('n')) offsets.set(number, Number(entry.slice(0, 10)));
  }
  return {
    bodies: cut(text, offsets, start),
    root: reference(trailer, 'Root'),
    info: reference(trailer, 'Info'),
  };
}

/** An object ends where the next one begins: streams may hold any bytes, so no word in them can be trusted. */
function cut(text: string, offsets: ReadonlyMap<number, number>, end: number): Map<number, string> {
  const places = [...offsets].sort(([, a], [, b]) => a - b);
  const bodies = new Map<number, string>();
  places.forEach(([number, offset], index) => {
    const piece = text.slice(offset, places[index + 1]?.[1] ?? end);
    const head = `${number} 0 obj\n`;
    const foot = /\nendobj\s*$/.exec(piece.slice(-16));
    if (!piece.startsWith(head) || foot === null)
      throw unexpected(`object ${number} is not where the table says`);
    bodies.set(number, piece.slice(head.length, -foot[0].length));
  });
  return bodies;
}

function reference(trailer: string, key: string): number {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(trailer);
  if (found === null) throw unexpected(`its trailer has no /${key}`);
  return Number(found[1]);
}

function unexpected(what: string): RenderError {
  return new RenderError(`the PDF from the browser cannot be read: ${what}`, {
    hint: 'The browser is not the tested version; use the one that comes with the project.',
  });
}
