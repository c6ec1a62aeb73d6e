import { InputError } from '../../errors.ts';

/** Where the cells of a body lie, row after row of one width, and on which line each row stands. */
export interface Places {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Index of the header's first cell. */
  readonly first: number;
  readonly width: number;
  /** Line of each row from 1, the header's first. */
  readonly lines: readonly number[];
  /** Lines of one field before the header and after the last row: titles and remarks. */
  readonly remarks: readonly string[];
  /** `,` `;` tab or `|`. */
  readonly separator: string;
}

const comma = 0x2c;
const space = 0x20;
const tab = 0x09;
const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;

/** What may divide fields. */
const separators: readonly number[] = [comma, 0x3b, tab, 0x7c];

const decoder = new TextDecoder('utf-8');

/** The byte that divides the first line that has one of the usual, the most frequent of them; a comma where none has. */
function separatorOf(bytes: Uint8Array, start: number): number {
  const counts = new Map<number, number>();
  let quoted = false;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === quote) quoted = !quoted;
    else if (byte === lf && counts.size > 0) break;
    else if (!quoted && separators.includes(byte)) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? comma;
}

/** Where the table begins: after a byte order mark, and after the line `sep=;` by which Excel is told the separator. */
function beginning(bytes: Uint8Array): { readonly start: number; readonly line: number } {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const end = bytes.indexOf(lf, start);
  const first = decoder.decode(bytes.subarray(start, Math.min(end, start + 8)));
  return end > 0 && /^sep=.\r?$/i.test(first) ? { start: end + 1, line: 2 } : { start, line: 1 };
}

/** No body has more cells than this. */
function countCells(bytes: Uint8Array, separator: number): number {
  let count = 1;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === separator || bytes[at] === lf) count += 1;
  return count;
}

/** The closing quote of a field that opens at `start - 1`; a doubled quote is part of the text. -1: none. */
function closingQuote(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] !== quote) continue;
    if (bytes[at + 1] !== quote) return at;
    at += 1;
  }
  return -1;
}

const isPad = (byte: number | undefined, pad: number): boolean =>
  byte === space || byte === pad || byte === cr;

/** Title lines that may stand before a header. */
const mostTitles = 5;

/**
 * Cuts a body: RFC 4180, or divided by another byte; LF or CRLF; a byte order mark and blank lines are passed over.
 *
 * @throws InputError when a quote stays open, or a row has not the header's number of fields
 */
export function cut(bytes: Uint8Array, file: string): Places {
  const begin = beginning(bytes);
  const separator = separatorOf(bytes, begin.start);
  // Where tabs divide, they pad nothing.
  const pad = separator === tab ? space : tab;
  const capacity = countCells(bytes, separator);
  const starts = new Int32Array(capacity);
  const ends = new Int32Array(capacity);
  const lines: number[] = [];
  const titles: string[] = [];
  const remarks: string[] = [];
  let firstRemark = 0;
  let [first, width, cells] = [0, 0, 0];
  let { line } = begin;
  const textOf = (cell: number) => decoder.decode(bytes.subarray(starts[cell], ends[cell]));
  for (let at = begin.start; at < bytes.length; at++, line++) {
    const rowStart = cells;
    for (; ; at++) {
      let start = at;
      let end = at;
      if (bytes[at] === quote) {
        start = at + 1;
        end = closingQuote(bytes, start);
        if (end < 0) throw new InputError('a quoted field is never closed', { file, row: line });
        for (at = end + 1; isPad(bytes[at], pad); ) at += 1;
        if (at < bytes.length && bytes[at] !== separator && bytes[at] !== lf)
          throw new InputError('text follows a closing quote', { file, row: line });
      } else {
        while (at < bytes.length && bytes[at] !== separator && bytes[at] !== lf) at += 1;
        end = at;
        while (start < end && isPad(bytes[start], pad)) start += 1;
        while (end > start && isPad(bytes[end - 1], pad)) end -= 1;
      }
      starts[cells] = start;
      ends[cells] = end;
      cells += 1;
      if (bytes[at] !== separator) break;
    }
    const fields = cells - rowStart;
    if (fields === 1 && starts[rowStart] === ends[rowStart]) {
      cells = rowStart;
      continue;
    }
    if (width === 1 && fields > 1 && lines.length <= mostTitles) {
      for (let cell = first; cell < rowStart; cell++) titles.push(textOf(cell));
      [first, width, lines.length] = [rowStart, 0, 0];
    }
    if (width === 0) width = fields;
    // A remark begins with a word; a row that was cut off, with its date.
    if (fields === 1 && width > 1 && !/^\d/.test(textOf(rowStart))) {
      if (remarks.length === 0) firstRemark = line;
      remarks.push(textOf(rowStart));
      cells = rowStart;
      continue;
    }
    const count = remarks.length > 0 ? 1 : fields;
    if (count !== width)
      throw new InputError(`has ${count} ${count === 1 ? 'field' : 'fields'} where the header has ${width}`, {
        file,
        row: remarks.length > 0 ? firstRemark : line,
      });
    lines.push(line);
  }
  return {
    starts,
    ends,
    first,
    width,
    lines,
    remarks: [...titles, ...remarks],
    separator: String.fromCharCode(separator),
  };
}
