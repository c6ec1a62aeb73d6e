import { readCells } from '../parsing/cells.ts';
import { plainBytes } from '../parsing/encoding.ts';
import { sameSymbol } from '../parsing/symbols.ts';
import type { FolderFile } from './names.parse.ts';

/** Rows in which a table may name what its columns are. */
const headRows = 3;

/** Fewer series in one file are no table of several: a name that also is a word. */
const fewest = 2;

/**
 * The series that a table of several names in its head: a download of FRED's with more than one series, or of yfinance
 * with more than one ticker.
 */
export function seriesInHead(bytes: Uint8Array, wanted: readonly FolderFile[]): readonly FolderFile[] {
  const cells = cellsOfHead(bytes);
  const found = wanted.filter(({ key, part }) => {
    const series = key.slice(key.indexOf(':') + 1);
    return cells.some((cell) =>
      part === 'macro' ? cell.toUpperCase().replace(/_\d{8}$/, '') === series : sameSymbol(cell, series),
    );
  });
  return found.length >= fewest ? found : [];
}

function cellsOfHead(bytes: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(plainBytes(bytes));
  const head = text.split('\n').slice(0, headRows).join('\n');
  try {
    const table = readCells(new TextEncoder().encode(head), '');
    const rows = Array.from({ length: table.rows }, (_, row) =>
      table.header.map((__, column) => table.text(row, column)),
    );
    return [...table.header, ...rows.flat()];
  } catch {
    // What cannot be cut into cells names nothing.
    return [];
  }
}
