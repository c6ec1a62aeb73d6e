import { shown } from '../outside-text.ts';

/** By which a spreadsheet begins a formula, except for digits with a sign, which name no cell, function or program: `-1..1`. */
const formula = /^(?![+-][\d.,% ]*$)[=+\-@\t\r]/;

/** A line of CSV (RFC 4180), numbers as they are kept. A text that a spreadsheet would compute is led by an apostrophe. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: string | number | null): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const safe = shown(formula.test(cell) ? `'${cell}` : cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
