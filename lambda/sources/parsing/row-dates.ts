import { dateOfDayNumber, dayNumberOf, daysInMonth } from '../../calendar/civil.ts';
import { InputError } from '../../errors.ts';
import type { Cells } from './cells.ts';

/** The dates of a table's rows. */
export interface RowDates {
  /** Days since 1970-01-01, by row of the file. */
  readonly days: Int32Array;
  /** Whether the file begins with its newest row. */
  readonly descending: boolean;
}

/** Every daily series names the same days: each is written out once. */
const written = new Map<number, string>();

/** `YYYY-MM-DD` of a day number. */
export function dateText(day: number): string {
  let text = written.get(day);
  if (text === undefined) {
    text = dateOfDayNumber(day);
    written.set(day, text);
  }
  return text;
}

/** `2025-12-31`, alone or at midnight; `20251231` (Stooq's bulk files); `12/31/2025` (Cboe). */
const forms = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})([ T]00:00(:00(\.0+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<month>\d{2})\/(?<day>\d{2})\/(?<year>\d{4})$/,
];

function realDay(year: number, month: number, day: number): number | null {
  const real = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return real ? dayNumberOf(year, month, day) : null;
}

/** The day in a cell, or null when it holds no date of the forms above. */
function dayIn(table: Cells, row: number, column: number): number | null {
  const { bytes } = table;
  const start = table.start(row, column);
  if (table.end(row, column) - start === 10 && bytes[start + 4] === 0x2d && bytes[start + 7] === 0x2d) {
    const digit = (at: number) => {
      const value = bytes[start + at]! - 0x30;
      return value >= 0 && value <= 9 ? value : Number.NaN;
    };
    const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    return realDay(year, digit(5) * 10 + digit(6), digit(8) * 10 + digit(9));
  }
  const text = table.text(row, column);
  for (const form of forms) {
    const parts = form.exec(text)?.groups;
    if (parts) return realDay(Number(parts.year), Number(parts.month), Number(parts.day));
  }
  return null;
}

/**
 * The dates in a column, in either order.
 *
 * @throws InputError when there is none, or one is no date, stands twice, or breaks the order that the first and last rows set
 */
export function readDates(table: Cells, column: number): RowDates {
  if (table.rows === 0) throw new InputError('has a header and no rows', { file: table.file });
  const field = table.header[column]!;
  const place = (row: number) => ({ file: table.file, row: table.line(row), field });
  const days = new Int32Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    const day = dayIn(table, row, column);
    if (day === null) throw new InputError(`"${table.text(row, column)}" is not a date`, place(row));
    days[row] = day;
  }
  const descending = days[0]! > days[days.length - 1]!;
  for (let row = 1; row < days.length; row++) {
    const step = descending ? days[row - 1]! - days[row]! : days[row]! - days[row - 1]!;
    if (step > 0) continue;
    const seen = days.indexOf(days[row]!);
    const date = dateText(days[row]!);
    if (seen < row)
      throw new InputError(`${date} stands twice, first in row ${table.line(seen)}`, place(row));
    const order = descending ? 'newest to oldest' : 'oldest to newest';
    throw new InputError(
      `${date} stands after ${dateText(days[row - 1]!)} in a file that runs from ${order}`,
      place(row),
    );
  }
  return { days, descending };
}
