import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PdfObjects } from './objects.ts';

/** Objects in one compressed stream: enough to compress well, few enough for a reader that wants one of them. */
const perStream = 400;

/**
 * Writes a PDF 1.7 file. Objects that are not streams themselves go compressed into object streams, which takes a
 * tagged document to half its size; the document's id is a hash of its content, so the same objects give the same
 * bytes. (ISO 32000-1, 7.5.7 and 7.5.8.)
 */
export function writeObjects({ bodies, root, info }: PdfObjects): Uint8Array {
  const ordered = [...bodies].sort(([a], [b]) => a - b);
  const packed = ordered.filter(([, body]) => !isStream(body));
  const out = new Output('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  const entries = new Map<number, readonly [type: number, where: number, index: number]>();
  let next = (ordered.at(-1)?.[0] ?? 0) + 1;

  for (const [number, body] of ordered) {
    if (isStream(body)) entries.set(number, [1, out.object(number, body), 0]);
  }
  for (let first = 0; first < packed.length; first += perStream) {
    const group = packed.slice(first, first + perStream);
    const number = next++;
    group.forEach(([member], index) => {
      entries.set(member, [2, number, index]);
    });
    entries.set(number, [1, out.object(number, objectStream(group)), 0]);
  }

  const start = out.length;
  const size = next + 1;
  entries.set(next, [1, start, 0]);
  const id = createHash('sha256').update(out.text(), 'latin1').digest('hex').slice(0, 32);
  out.object(
    next,
    pdfStream(table(entries, size), [
      '/Type /XRef',
      `/Size ${size}`,
      '/W [1 4 2]',
      `/Root ${root} 0 R`,
      `/Info ${info} 0 R`,
      `/ID [<${id}> <${id}>]`,
    ]),
  );
  out.add(`startxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.from(out.text(), 'latin1'));
}

/** A stream object, compressed, with the given entries in its dictionary. */
export function pdfStream(content: Buffer, entries: readonly string[]): string {
  const data = deflateSync(content);
  return `<<${entries.join(' ')} /Filter /FlateDecode /Length ${data.length}>>\nstream\n${data.toString('latin1')}\nendstream`;
}

function isStream(body: string): boolean {
  return body.endsWith('endstream');
}

function objectStream(group: readonly (readonly [number, string])[]): string {
  let offset = 0;
  const places = group.map(([number, body]) => {
    const place = `${number} ${offset}`;
    offset += body.length + 1;
    return place;
  });
  const head = `${places.join(' ')}\n`;
  const content = Buffer.from(head + group.map(([, body]) => `${body}\n`).join(''), 'latin1');
  return pdfStream(content, ['/Type /ObjStm', `/N ${group.length}`, `/First ${head.length}`]);
}

function table(entries: ReadonlyMap<number, readonly [number, number, number]>, size: number): Buffer {
  const rows = Buffer.alloc(7 * size);
  rows.writeUInt16BE(0xffff, 5);
  for (const [number, [type, where, index]] of entries) {
    rows.writeUInt8(type, 7 * number);
    rows.writeUInt32BE(where, 7 * number + 1);
    rows.writeUInt16BE(index, 7 * number + 5);
  }
  return rows;
}

/** Pieces of the file and the offset of the next one. */
class Output {
  readonly #pieces: string[] = [];
  length = 0;

  constructor(head: string) {
    this.add(head);
  }

  add(piece: string): void {
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  object(number: number, body: string): number {
    const offset = this.length;
    this.add(`${number} 0 obj\n${body}\nendobj\n`);
    return offset;
  }

  text(): string {
    return this.#pieces.join('');
  }
}
