import { InputError } from '../../errors.ts';
import { afterMark, comma, type Fields, fieldsOf, fieldText, lf, quoteMark, tab } from './fields.ts';

/** The rows of a table in a body, all of one width. */
export interface Places {
  readonly fields: Fields;
  /** Index of the first field of each row, the header's first. */
  readonly rows: readonly number[];
  readonly width: number;
  /** Line of each row from 1, the header's first. */
  readonly lines: readonly number[];
  /** Lines of one field before the header and after the last row: titles and remarks. */
  readonly remarks: readonly string[];
  /** `,` `;` tab or `|`. */
  readonly separator: string;
}

/** What may divide fields. */
const separators: readonly number[] = [comma, 0x3b, tab, 0x7c];

const decoder = new TextDecoder('utf-8');

/** The byte that divides the first line that has one of the usual, the most frequent of them; a comma where none has. */
function separatorOf(bytes: Uint8Array, start: number): number {
  const counts = new Map<number, number>();
  let quoted = false;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === quoteMark) quoted = !quoted;
    else if (byte === lf && counts.size > 0) break;
    else if (!quoted && separators.includes(byte)) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? comma;
}

/** Where the table begins: after a byte order mark, and after the line `sep=;` that names the separator to Excel. */
function beginning(bytes: Uint8Array): { readonly start: number; readonly line: number } {
  const start = afterMark(bytes);
  const end = bytes.indexOf(lf, start);
  const first = decoder.decode(bytes.subarray(start, Math.min(end, start + 8)));
  return end > 0 && /^sep=.\r?$/i.test(first) ? { start: end + 1, line: 2 } : { start, line: 1 };
}

/** Most title lines before a header. */
const mostTitles = 5;

/**
 * Finds the table in a body of any separator; a byte order mark and blank lines are passed over.
 *
 * @throws InputError when a quote stays open, or a row has not the header's number of fields
 */
export function cut(bytes: Uint8Array, file: string): Places {
  const begin = beginning(bytes);
  const separator = separatorOf(bytes, begin.start);
  const fields = fieldsOf(bytes, separator, { ...begin, file });
  const { starts, ends } = fields;
  const rows: number[] = [];
  const lines: number[] = [];
  const titles: string[] = [];
  const remarks: string[] = [];
  let firstRemark = 0;
  let width = 0;
  for (let at = 0; at + 1 < fields.rows.length; at++) {
    const [first, next, line] = [fields.rows[at]!, fields.rows[at + 1]!, begin.line + at];
    const found = next - first;
    if (found === 1 && starts[first] === ends[first]) continue;
    if (width === 1 && found > 1 && lines.length <= mostTitles) {
      titles.push(...rows.map((title) => fieldText(fields, title)));
      [width, rows.length, lines.length] = [0, 0, 0];
    }
    if (width === 0) width = found;
    // A remark begins with a word; a row that was cut off, with its date.
    if (found === 1 && width > 1 && !/^\d/.test(fieldText(fields, first))) {
      if (remarks.length === 0) firstRemark = line;
      remarks.push(fieldText(fields, first));
      continue;
    }
    const count = remarks.length > 0 ? 1 : found;
    if (count !== width)
      throw new InputError(`has ${count} ${count === 1 ? 'field' : 'fields'} where the header has ${width}`, {
        file,
        row: remarks.length > 0 ? firstRemark : line,
      });
    rows.push(first);
    lines.push(line);
  }
  return {
    fields,
    rows,
    width,
    lines,
    remarks: [...titles, ...remarks],
    separator: String.fromCharCode(separator),
  };
}
