import { weekdayNames, weekdayOfDayNumber, yearOf } from '../../calendar/civil.ts';
import {
  firstYear,
  isSession,
  lastYear,
  sessionIndexOfDayNumber,
  sessions,
  whyClosed,
} from '../../calendar/nyse.ts';
import { InputError } from '../../errors.ts';
import { isNone } from '../parsing/blank.ts';
import type { Cells } from '../parsing/cells.ts';
import type { Columns } from '../parsing/columns.ts';
import { datedOf } from '../parsing/date-forms.ts';
import type { Irregularity } from '../parsing/irregularities.ts';
import { dateText, readDates } from '../parsing/row-dates.ts';
import type { Layout } from './layouts/layout.parse.ts';
import { tooEarly } from './written-at.parse.ts';

/** The rows of a file that are bars of sessions, oldest first. */
export interface BarRows {
  readonly order: Int32Array;
  readonly sessions: readonly string[];
  /** Rows that are left out, by what they are. */
  readonly leftOut: readonly Irregularity[];
  /** The same of rows whose date cannot be read, a sentence each. */
  readonly complaints: readonly string[];
}

/** @throws InputError when a row is dated on a day on which nothing was traded, or none is left */
export function barRows(
  cells: Cells,
  { columns, headRows }: Layout,
  symbol: string,
  writtenAt?: string,
): BarRows {
  const { priced, blank, complaints } = pricedRows(cells, columns, headRows);
  if (priced.length === 0) throw new InputError('has no row with a price', { file: cells.file });
  const isIndex = symbol.startsWith('^');
  const dates = readDates(cells, columns.date, priced, { canBe: (day) => isTraded(day, isIndex) });
  const order = new Int32Array(dates.rows.length);
  const named: string[] = [];
  const closed: string[] = [];
  for (let i = 0; i < dates.rows.length; i++) {
    const at = dates.descending ? dates.rows.length - 1 - i : i;
    const [row, day] = [dates.rows[at]!, dates.days[at]!];
    const index = sessionIndexOfDayNumber(day);
    const date = index < 0 ? dateText(day) : sessions[index]!;
    const reason = index < 0 ? whyNoSession(date, day) : null;
    // Volatility indices are computed on some days on which shares are not traded.
    if (reason !== null && isIndex && isTraded(day, true) && yearOf(date) <= lastYear) {
      closed.push(date);
      continue;
    }
    if (reason !== null)
      throw new InputError(`${date} is no session: ${reason}`, {
        file: cells.file,
        row: cells.line(row),
        field: cells.header[columns.date]!,
      });
    order[named.length] = row;
    named.push(date);
  }
  const early = tooEarly(named, writtenAt);
  const kept = named.length - early.length;
  const all: readonly Irregularity[] = [
    { code: 'closed-day', what: 'a row on a day without a session was left out', sessions: closed },
    { code: 'blank-row', what: 'a row without any price was left out', sessions: blank },
    {
      code: 'refused-bar',
      what: `${cells.file} was last written ${writtenAt}, before the close was known, and its row was left out`,
      sessions: early,
    },
    ...dates.live.map(
      ({ day, text }): Irregularity => ({
        code: 'refused-bar',
        what: `${cells.file} has a live price stamped ${text}, which is no close, and it was left out`,
        sessions: [dateText(day)],
      }),
    ),
  ];
  return {
    order: order.subarray(0, kept),
    sessions: named.slice(0, kept),
    leftOut: all.filter((one) => one.sessions.length > 0),
    complaints,
  };
}

/** The rows below the header that have a price of any kind, and the dates of those that have none. */
function pricedRows(cells: Cells, columns: Columns, headRows: number) {
  const prices = (['close', 'adjusted', 'open', 'high', 'low'] as const).flatMap(
    (field) => columns[field] ?? [],
  );
  const priced = new Int32Array(cells.rows);
  let count = 0;
  const blank: string[] = [];
  const complaints: string[] = [];
  for (let row = headRows; row < cells.rows; row++) {
    const first = cells.bytes[cells.start(row, prices[0]!)] ?? 0;
    const beginsWithDigit = first >= 0x30 && first <= 0x39;
    if (beginsWithDigit || prices.some((column) => !saysNothing(cells.text(row, column))))
      priced[count++] = row;
    else {
      const dated = datedOf(cells.text(row, columns.date), false);
      if (dated?.kind === 'day') blank.push(dateText(dated.day));
      else complaints.push(`row ${cells.line(row)} of ${cells.file} has no price and was left out`);
    }
  }
  return { priced: priced.subarray(0, count), blank: blank.sort(), complaints };
}

/** No price, or in its place what Yahoo's pages say of a day beside it: `0.75 Dividend`, `2:1 Stock Split`. */
const saysNothing = (text: string): boolean => isNone(text) || /\b(dividend|split)s?$/i.test(text);

/** Whether shares, or an index computed on holidays too, can have a bar of a day. */
function isTraded(day: number, isIndex: boolean): boolean {
  const date = dateText(day);
  const year = yearOf(date);
  if (weekdayOfDayNumber(day) > 5) return false;
  return isIndex || year < firstYear || year > lastYear || isSession(date);
}

/** Before the calendar begins only weekends are known to be none. */
function whyNoSession(date: string, day: number): string | null {
  const weekday = weekdayOfDayNumber(day);
  if (weekday > 5) return `a ${weekdayNames[weekday]}`;
  const year = yearOf(date);
  if (year < firstYear) return null;
  return year > lastYear ? `the calendar ends with ${lastYear}` : whyClosed(date);
}
