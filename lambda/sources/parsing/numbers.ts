import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';
import type { Cells } from './cells.ts';
import { decimalMarkOf, dressedNumber } from './dressed-number.ts';

/** The number in a cell, NaN when it holds none. */
export type Numbers = (row: number, column: number) => number;

const quote = 0x22;

/**
 * Reads the numbers of a table, dressed or not. Whether a comma is the decimal mark is decided from all cells of the
 * columns; where none decides, one in a file divided by commas groups thousands.
 *
 * @param mayGroup false where that is no answer: `"248,030"` throughout may be prices of a share with three decimals
 * @throws InputError when cells contradict each other, or none decides
 */
export function numbersOf(
  table: Cells,
  columns: readonly number[],
  rows: Int32Array,
  mayGroup = true,
): Numbers {
  const commas = table.separator === ',';
  // A comma is within a cell only where cells are quoted.
  const isPlain = commas && !table.bytes.includes(quote);
  const mark = isPlain ? 'point' : markOf(table, columns, rows, commas && mayGroup);
  if (mark === 'comma') return (row, column) => dressedNumber(table.text(row, column), 'comma');
  return (row, column) => {
    const value = table.number(row, column);
    return Number.isNaN(value) ? dressedNumber(table.text(row, column)) : value;
  };
}

function markOf(
  table: Cells,
  columns: readonly number[],
  rows: Int32Array,
  mayGroup: boolean,
): 'point' | 'comma' {
  const seen: Partial<Record<'point' | 'comma' | 'either', { readonly text: string; readonly at: object }>> =
    {};
  for (const row of rows)
    for (const column of columns) {
      const text = table.text(row, column);
      const mark = decimalMarkOf(text);
      if (mark !== 'none')
        seen[mark] ??= { text, at: { file: table.file, row: table.line(row), field: table.header[column]! } };
    }
  const { point, comma, either } = seen;
  if (point !== undefined && comma !== undefined)
    throw new InputError(
      `${quoted(comma.text)} has a decimal comma and ${quoted(point.text)} a decimal point`,
      comma.at,
    );
  if (comma !== undefined) return 'comma';
  if (point === undefined && either !== undefined && !mayGroup)
    throw new InputError(
      `${quoted(either.text)} may be a decimal number or one in thousands, and no cell of the file decides it`,
      either.at,
      { hint: 'Save the file with decimal points and without separators of thousands.' },
    );
  return 'point';
}
