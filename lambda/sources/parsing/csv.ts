import { counted } from '../../counted.ts';
import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';
import { afterMark, comma, fieldsOf, fieldText } from './fields.ts';
import { textOf } from './text.ts';

/** The lines of a CSV, of any width, from 0. */
export interface CsvLines {
  readonly count: number;
  /** Fields of a line; a blank one has one. */
  width(line: number): number;
  /** A field without the blanks around it. */
  text(line: number, column: number): string;
  /** All fields of a line. */
  cells(line: number): readonly string[];
}

/** A CSV read by the names of its columns, never by their places: publishers insert columns. */
export interface CsvTable {
  readonly header: readonly string[];
  /** Rows below the header, blank lines left out. */
  readonly rows: number;
  /** Line of a row in the file, from 1, for messages. */
  line(row: number): number;
  /** A field without the blanks around it. */
  text(row: number, column: number): string;
}

/** @throws InputError when it is no text, or JSON, or a quote stays open */
export function linesOf(bytes: Uint8Array): CsvLines {
  const text = textOf(bytes);
  if (/^\s*[[{]/.test(text)) throw new InputError(`JSON instead of CSV: ${quoted(text)}`);
  const fields = fieldsOf(bytes, comma, { start: afterMark(bytes), line: 1 });
  const { rows } = fields;
  const body = text.length === bytes.length ? text : undefined;
  const width = (line: number) => rows[line + 1]! - rows[line]!;
  const at = (line: number, column: number) => fieldText(fields, rows[line]! + column, body).trim();
  return {
    count: rows.length - 1,
    width,
    text: at,
    cells: (line) => Array.from({ length: width(line) }, (_, column) => at(line, column)),
  };
}

/** Which line is the header. @throws InputError when none is */
export function headerLine(lines: CsvLines, isHeader: (cells: readonly string[]) => boolean): number {
  for (let line = 0; line < lines.count; line++) if (isHeader(lines.cells(line))) return line;
  throw new InputError(`no header that is known here; the first line is ${quoted(lines.cells(0).join(','))}`);
}

/**
 * @param isHeader recognises the header, so that lines of preamble before it are passed over
 * @throws InputError when there is no such header, or a row is shorter or longer than it
 */
export function tableOf(bytes: Uint8Array, isHeader: (cells: readonly string[]) => boolean): CsvTable {
  const lines = linesOf(bytes);
  const top = headerLine(lines, isHeader);
  const header = lines.cells(top);
  const rows: number[] = [];
  for (let line = top + 1; line < lines.count; line++) {
    if (isBlank(lines, line)) continue;
    const width = lines.width(line);
    if (width !== header.length)
      throw new InputError(`${counted(width, 'cell')} under ${counted(header.length, 'column')}`, {
        row: line + 1,
      });
    rows.push(line);
  }
  return {
    header,
    rows: rows.length,
    line: (row) => rows[row]! + 1,
    text: (row, column) => lines.text(rows[row]!, column),
  };
}

function isBlank(lines: CsvLines, line: number): boolean {
  const width = lines.width(line);
  for (let column = 0; column < width; column++) if (lines.text(line, column) !== '') return false;
  return true;
}

export const eachRow = <T>({ rows }: CsvTable, read: (row: number) => T): T[] =>
  Array.from({ length: rows }, (_, row) => read(row));

/** The place of a named column. @throws InputError when there is none, or two */
export function columnOf(table: Pick<CsvTable, 'header'>, name: string): number {
  const at = table.header.indexOf(name);
  if (at < 0) throw new InputError(`no column ${name}`, { field: name });
  if (table.header.lastIndexOf(name) !== at) throw new InputError(`two columns ${name}`, { field: name });
  return at;
}
