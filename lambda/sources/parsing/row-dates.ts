import { dateOfDayNumber } from '../../calendar/civil.ts';
import { sessionIndexOfDayNumber, sessions } from '../../calendar/nyse.ts';
import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';
import type { Cells } from './cells.ts';
import { datedOf, realDay } from './date-forms.ts';
import { decideDays, type Undecided } from './day-month.ts';

/** The dated rows of a table, in the file's order. */
export interface RowDates {
  /** Rows of the table. */
  readonly rows: Int32Array;
  /** Days since 1970-01-01, by index of `rows`. */
  readonly days: Int32Array;
  /** Whether the file begins with its newest row. */
  readonly descending: boolean;
  /** Rows at the file's newest end that are stamped with a time within their day: live prices, left out. */
  readonly live: readonly { readonly day: number; readonly text: string }[];
}

export interface DateRules {
  /** Whether a day can be one of the table's; decides between `3/4` and `4/3`. */
  readonly canBe?: (day: number) => boolean;
  /** Whether a month or a quarter means its first day. */
  readonly periods?: boolean;
}

/** Every daily series names the same days: each is written out once. */
const written = new Map<number, string>();

/** `YYYY-MM-DD` of a day number. */
export function dateText(day: number): string {
  const session = sessionIndexOfDayNumber(day);
  // The calendar's own text, so that two histories of the same sessions hold the very same strings.
  if (session >= 0) return sessions[session]!;
  let text = written.get(day);
  if (text === undefined) {
    text = dateOfDayNumber(day);
    written.set(day, text);
  }
  return text;
}

/** The day of an ISO date, read in place; null when the cell holds anything else. */
function isoDayIn(table: Cells, row: number, column: number): number | null {
  const { bytes } = table;
  const start = table.start(row, column);
  if (table.end(row, column) - start !== 10 || bytes[start + 4] !== 0x2d || bytes[start + 7] !== 0x2d)
    return null;
  const digit = (at: number) => {
    const value = bytes[start + at]! - 0x30;
    return value >= 0 && value <= 9 ? value : Number.NaN;
  };
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  return realDay(year, digit(5) * 10 + digit(6), digit(8) * 10 + digit(9));
}

/**
 * The dates in a column, in either order. Whether days or months come first in `3/4/2026` is decided from all of them.
 *
 * @param rows of the table, ascending, that have a date
 * @throws InputError when there is none, or one is no date, comes twice, or breaks the order that the first and last
 * rows set, or it is not clear which number is the day and which the month
 */
export function readDates(table: Cells, column: number, rows: Int32Array, rules: DateRules = {}): RowDates {
  const { file } = table;
  if (rows.length === 0) throw new InputError('has a header and no rows', { file });
  const field = table.header[column]!;
  const place = (row: number) => ({ file, row: table.line(row), field });
  const days = new Int32Array(rows.length);
  const undecided: Undecided[] = [];
  const within: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const iso = isoDayIn(table, row, column);
    if (iso !== null) {
      days[i] = iso;
      continue;
    }
    const text = table.text(row, column);
    const dated = datedOf(text, rules.periods ?? false);
    if (dated === null) throw new InputError(`${quoted(text)} is not a date`, place(row));
    if (dated.kind === 'either') undecided.push({ ...dated, index: i, text, place: place(row) });
    else days[i] = dated.day;
    if (dated.kind === 'within') within.push(i);
  }
  decideDays(days, undecided, rules.canBe);
  const descending = days[0]! > days[days.length - 1]!;
  const newest = descending ? 0 : days.length - 1;
  const misplaced = within.find((i) => i !== newest);
  if (misplaced !== undefined)
    throw new InputError(
      `${quoted(table.text(rows[misplaced]!, column))} is a time within a day, not the date of a daily bar`,
      place(rows[misplaced]!),
    );
  const isKept = (_: number, i: number): boolean => within.length === 0 || i !== newest;
  const [keptRows, keptDays] =
    within.length === 0 ? [rows, days] : [rows.filter(isKept), days.filter(isKept)];
  checkOrder(
    keptDays,
    descending,
    (i) => place(keptRows[i]!),
    (i) => table.line(keptRows[i]!),
  );
  const live = within.map((i) => ({ day: days[i]!, text: table.text(rows[i]!, column) }));
  return { rows: keptRows, days: keptDays, descending, live };
}

function checkOrder(
  days: Int32Array,
  descending: boolean,
  place: (index: number) => { readonly file: string; readonly row: number; readonly field: string },
  lineOf: (index: number) => number,
): void {
  for (let i = 1; i < days.length; i++) {
    const step = descending ? days[i - 1]! - days[i]! : days[i]! - days[i - 1]!;
    if (step > 0) continue;
    const seen = days.indexOf(days[i]!);
    const date = dateText(days[i]!);
    if (seen < i) throw new InputError(`${date} stands twice, first in row ${lineOf(seen)}`, place(i));
    const order = descending ? 'newest to oldest' : 'oldest to newest';
    throw new InputError(
      `${date} stands after ${dateText(days[i - 1]!)} in a file that runs from ${order}`,
      place(i),
    );
  }
}
