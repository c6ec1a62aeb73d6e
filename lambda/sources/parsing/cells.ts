import { InputError } from '../../errors.ts';
import { cut } from './cut.ts';
import { fieldText } from './fields.ts';
import { decimal } from './number.ts';

/**
 * A CSV body cut into cells, which stay where they are in the bytes. Twenty years of forty series are a million
 * cells and nearly all are numbers, which are read in place.
 */
export interface Cells {
  /** For messages: `market/IWM.csv`. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly header: readonly string[];
  /** What divides the fields of a row. */
  readonly separator: string;
  /** Lines before the header and after the last row that are no data: titles and remarks. */
  readonly remarks: readonly string[];
  /** Rows below the header, blank lines left out. */
  readonly rows: number;
  /** Line of a row in the file, from 1. */
  line(row: number): number;
  start(row: number, column: number): number;
  /** The byte after the last one of a cell. */
  end(row: number, column: number): number;
  text(row: number, column: number): string;
  /** The number in a cell, or NaN when it holds anything but one finite decimal number. */
  number(row: number, column: number): number;
}

const minus = 0x2d;

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
  const { fields, rows, width, lines, remarks, separator } = cut(bytes, file);
  if (width === 0) throw new InputError('is empty', { file });
  const { starts, ends } = fields;
  const fieldAt = (row: number, column: number) => rows[row + 1]! + column;
  return {
    file,
    bytes,
    header: Array.from({ length: width }, (_, column) => fieldText(fields, fieldAt(-1, column))),
    separator,
    remarks,
    rows: lines.length - 1,
    line: (row) => lines[row + 1]!,
    start: (row, column) => starts[fieldAt(row, column)]!,
    end: (row, column) => ends[fieldAt(row, column)]!,
    text: (row, column) => fieldText(fields, fieldAt(row, column)),
    number: (row, column) => numberIn(bytes, starts[fieldAt(row, column)]!, ends[fieldAt(row, column)]!),
  };
}
