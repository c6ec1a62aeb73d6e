import { csvParseRows } from 'd3-dsv';
import { counted } from '../../counted.ts';
import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';
import { textOf } from './text.ts';

/** A CSV read by the names of its columns, never by their places: publishers insert columns. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of the first row in the file, from 1, for messages. */
  readonly firstLine: number;
}

/**
 * @param isHeader recognises the header, so that lines of preamble before it are passed over
 * @throws InputError when there is no such header, or a row is shorter or longer than it
 */
export function tableOf(bytes: Uint8Array, isHeader: (cells: readonly string[]) => boolean): CsvTable {
  const text = textOf(bytes).replace(/^\uFEFF/, '');
  if (/^\s*[[{]/.test(text)) throw new InputError(`JSON instead of CSV: ${quoted(text)}`);
  const lines = csvParseRows(text);
  const at = lines.findIndex((cells) => isHeader(cells.map((cell) => cell.trim())));
  if (at < 0)
    throw new InputError(
      `no header that is known here; the first line is ${quoted(lines[0]?.join(',') ?? '')}`,
    );
  const header = (lines[at] ?? []).map((cell) => cell.trim());
  const rows = lines.slice(at + 1).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  rows.forEach((cells, i) => {
    if (cells.length !== header.length)
      throw new InputError(`${counted(cells.length, 'cell')} under ${counted(header.length, 'column')}`, {
        row: at + 2 + i,
      });
  });
  return { header, rows, firstLine: at + 2 };
}

/** The place of a named column. @throws InputError when there is none, or two */
export function columnOf(table: CsvTable, name: string): number {
  const at = table.header.indexOf(name);
  if (at < 0) throw new InputError(`no column ${name}`, { field: name });
  if (table.header.lastIndexOf(name) !== at) throw new InputError(`two columns ${name}`, { field: name });
  return at;
}
