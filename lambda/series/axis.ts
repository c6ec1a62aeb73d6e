import { dayNumber } from '../calendar/civil.ts';
import {
  sessions as calendar,
  lastSessionIndex,
  sessionDays,
  sessionIndexOfDayNumber,
} from '../calendar/nyse.ts';
import { firstOnOrAfter } from './position.ts';

/**
 * The sessions of the exchange on which all series of a panel are aligned: a session is an index, and every measure of it a
 * column, one value an index.
 */
export interface Axis {
  /** Dates, ascending. */
  readonly sessions: readonly string[];
  /** The same as days since 1970-01-01. */
  readonly days: Int32Array;
  /** Index of the session on a date; -1 for a day without one, and outside of the axis. */
  readonly indexOf: (date: string) => number;
  /** Index of the last session on or before a date; -1 before the first. */
  readonly lastOnOrBefore: (date: string) => number;
}

/**
 * The axis from the first to the last of some dates. Source: docs/methods/README.md.
 *
 * @param first, last days of the first and of the last bar of any series
 */
export function axisOf(first: string, last: string): Axis {
  const origin = Math.max(0, lastSessionIndex(first));
  const length = Math.max(0, lastSessionIndex(last) + 1 - origin);
  const within = (index: number) => (index >= 0 && index < length ? index : -1);
  return {
    sessions: calendar.slice(origin, origin + length),
    days: sessionDays.subarray(origin, origin + length),
    indexOf: (date) => within(sessionIndexOfDayNumber(dayNumber(date)) - origin),
    lastOnOrBefore: (date) => Math.min(Math.max(lastSessionIndex(date) - origin, -1), length - 1),
  };
}

/** The positions of a series' rows on an axis: row i at `indices[i]`, -1 for a day that is no session of it. */
export interface Placement {
  readonly indices: Int32Array;
  /** Whether the rows are sessions that follow one another without a gap. */
  readonly unbroken: boolean;
}

/** @param dates ascending, each once */
export function place({ sessions }: Axis, dates: readonly string[]): Placement {
  const indices = new Int32Array(dates.length).fill(-1);
  let at = dates.length === 0 ? 0 : firstOnOrAfter(sessions, dates[0]!);
  let unbroken = true;
  for (let row = 0; row < dates.length; row++) {
    const date = dates[row]!;
    while (at < sessions.length && sessions[at]! !== date && sessions[at]! < date) at++;
    if (sessions[at] === date) indices[row] = at++;
    if (indices[row] === -1 || (row > 0 && indices[row] !== indices[row - 1]! + 1)) unbroken = false;
  }
  return { indices, unbroken };
}

/** The values of some rows as a column: NaN on every session without one. Rows of other days are left out. */
export function columnOn(axis: Axis, { indices, unbroken }: Placement, values: Float64Array): Float64Array {
  const column = new Float64Array(axis.sessions.length);
  const first = unbroken && values.length > 0 ? indices[0]! : column.length;
  column.fill(Number.NaN, 0, first).fill(Number.NaN, first + values.length);
  if (first < column.length) column.set(values, first);
  else
    for (let row = 0; row < values.length; row++)
      if (indices[row]! >= 0) column[indices[row]!] = values[row]!;
  return column;
}
