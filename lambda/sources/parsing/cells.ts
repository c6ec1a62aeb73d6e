import { InputError } from '../../errors.ts';
import { decimal } from './number.ts';

/**
 * A CSV body cut into cells, which stay where they are in the bytes. Twenty years of forty series are a million
 * cells and nearly all are numbers: read in place, they take less than half of the time that splitting into
 * strings (d3-dsv) needs.
 */
export interface Cells {
  /** For messages: `market/IWM.csv`. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly header: readonly string[];
  /** Rows below the header, blank lines left out. */
  readonly rows: number;
  /** Line of the file on which a row stands, from 1. */
  line(row: number): number;
  /** First byte of a cell. */
  start(row: number, column: number): number;
  /** The byte after the last one of a cell. */
  end(row: number, column: number): number;
  text(row: number, column: number): string;
  /** The number in a cell, or NaN when it holds anything but one finite decimal number. */
  number(row: number, column: number): number;
}

const comma = 0x2c;
const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;
const minus = 0x2d;

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === cr;

/** No body has more cells than this. */
function countCells(bytes: Uint8Array): number {
  let count = 1;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === comma || bytes[at] === lf) count += 1;
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

/** Where the cells lie, row after row of one width, and on which line each row stands. */
interface Places {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly width: number;
  readonly lines: readonly number[];
}

/** Cuts a body (RFC 4180; LF or CRLF; a byte order mark and blank lines are passed over). @throws InputError */
function cut(bytes: Uint8Array, file: string): Places {
  const capacity = countCells(bytes);
  const starts = new Int32Array(capacity);
  const ends = new Int32Array(capacity);
  const lines: number[] = [];
  let width = 0;
  let cells = 0;
  let line = 1;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (; at < bytes.length; at++, line++) {
    const rowStart = cells;
    for (; ; at++) {
      let start = at;
      let end = at;
      if (bytes[at] === quote) {
        start = at + 1;
        end = closingQuote(bytes, start);
        if (end < 0) throw new InputError('a quoted field is never closed', { file, row: line });
        for (at = end + 1; isBlank(bytes[at]); ) at += 1;
        if (at < bytes.length && bytes[at] !== comma && bytes[at] !== lf)
          throw new InputError('text follows a closing quote', { file, row: line });
      } else {
        while (at < bytes.length && bytes[at] !== comma && bytes[at] !== lf) at += 1;
        end = at;
        while (start < end && isBlank(bytes[start])) start += 1;
        while (end > start && isBlank(bytes[end - 1])) end -= 1;
      }
      starts[cells] = start;
      ends[cells] = end;
      cells += 1;
      if (bytes[at] !== comma) break;
    }
    const fields = cells - rowStart;
    if (fields === 1 && starts[rowStart] === ends[rowStart]) {
      cells = rowStart;
      continue;
    }
    if (width === 0) width = fields;
    if (fields !== width)
      throw new InputError(`has ${fields} fields where the header has ${width}`, { file, row: line });
    lines.push(line);
  }
  return { starts, ends, width, lines };
}

const decoder = new TextDecoder('utf-8');
const powersOfTen = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/**
 * The decimal number in a range of bytes, correctly rounded, or NaN. A whole number of up to 15 digits divided by
 * a power of ten is rounded once (Clinger, "How to read floating point numbers accurately", 1990), which covers
 * nearly every cell; the rest goes to the platform.
 */
function numberIn(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === minus;
  const first = negative ? start + 1 : start;
  let mantissa = 0;
  let point = -1;
  let at = first;
  for (; at < end; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit >= 0 && digit <= 9) mantissa = mantissa * 10 + digit;
    else if (digit === -2 && point < 0) point = at;
    else break;
  }
  const digits = at - first - (point < 0 ? 0 : 1);
  if (at === end && digits > 0 && digits <= 15) {
    const value = point < 0 ? mantissa : mantissa / powersOfTen[end - point - 1]!;
    return negative ? -value : value;
  }
  const value = decimal(decoder.decode(bytes.subarray(start, end)));
  return Number.isFinite(value) ? value : Number.NaN;
}

/** @throws InputError when the body is empty, a quote stays open, or a row has not the header's number of fields */
export function readCells(bytes: Uint8Array, file: string): Cells {
  const { starts, ends, width, lines } = cut(bytes, file);
  if (width === 0) throw new InputError('is empty', { file });
  const textIn = (cell: number) =>
    decoder.decode(bytes.subarray(starts[cell], ends[cell])).replaceAll('""', '"');
  const cellOf = (row: number, column: number) => (row + 1) * width + column;
  return {
    file,
    bytes,
    header: Array.from({ length: width }, (_, column) => textIn(column)),
    rows: lines.length - 1,
    line: (row) => lines[row + 1]!,
    start: (row, column) => starts[cellOf(row, column)]!,
    end: (row, column) => ends[cellOf(row, column)]!,
    text: (row, column) => textIn(cellOf(row, column)),
    number: (row, column) => numberIn(bytes, starts[cellOf(row, column)]!, ends[cellOf(row, column)]!),
  };
}
