import { shown } from '../../outside-text.ts';

/** A line of CSV (RFC 4180). A text by which a spreadsheet would begin a formula is led by an apostrophe. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: string | number | null): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const safe = shown(/^[=+\-@]/.test(cell) ? `'${cell}` : cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
