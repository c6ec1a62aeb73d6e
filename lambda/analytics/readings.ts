import { addMonths } from '../calendar/civil.ts';
import type { Known } from '../series/known.ts';
import { lastOnOrBefore, positionOf } from '../series/position.ts';

/** What an indicator read at each of its periods, in the publisher's units; NaN where it cannot be computed. */
export interface Readings {
  readonly periods: readonly string[];
  readonly values: Float64Array;
}

/** An indicator's reading at one row of what is known, from that row and earlier ones; NaN without one. */
export type Formula = (known: Known, row: number) => number;

/** The observation itself; NaN where there is no such row. */
export const level: Formula = (known, row) => known.values[row] ?? Number.NaN;

const valueAt = (known: Known, period: string): number => level(known, positionOf(known.dates, period));

/** `(x_t / x_{t - months})^power - 1`, joined by month: a missing base month gives no reading. */
export const growth =
  (months: number, power = 1): Formula =>
  (known, row) =>
    (level(known, row) / valueAt(known, addMonths(known.dates[row]!, -months))) ** power - 1;

/**
 * The last n months up to a row, without a hole among them; null otherwise. Months are unique and ascending, so they are
 * all there when the first is where it should be.
 */
function unbroken(known: Known, row: number, months: number): Float64Array | null {
  const first = row - months + 1;
  if (known.dates[first] !== addMonths(known.dates[row]!, 1 - months)) return null;
  return known.values.subarray(first, row + 1);
}

/** A formula of the last n months, every one of which is needed. */
export const ofLastMonths =
  (months: number, formula: (values: Float64Array) => number): Formula =>
  (known, row) => {
    const values = unbroken(known, row, months);
    return values === null ? Number.NaN : formula(values);
  };

/** Mean of the last n monthly changes; every month in between is needed. */
export const meanMonthlyChange = (changes: number): Formula =>
  ofLastMonths(changes + 1, (values) => (values[changes]! - values[0]!) / changes);

/** Mean of the last n observations; NaN of fewer. */
export const meanOfLast =
  (count: number): Formula =>
  (known, row) => {
    let sum = 0;
    for (let i = row - count + 1; i <= row; i++) sum += level(known, i);
    return sum / count;
  };

/**
 * The readings of every observation from `from` on. Months or quarters that were never published are in between as
 * NaN, so that neighbours are neighbours in time; days and weeks are taken as they come.
 *
 * @param step months from one period to the next; 0 for daily and weekly series
 */
export function readings(known: Known, formula: Formula, step: number, from: string): Readings {
  const first = lastOnOrBefore(known.dates, from);
  const start = known.dates[first] === from ? first : first + 1;
  if (step === 0) {
    const periods = known.dates.slice(start, known.length);
    if (formula === level) return { periods, values: known.values.subarray(start, known.length) };
    const values = new Float64Array(periods.length);
    for (let i = 0; i < values.length; i++) values[i] = formula(known, start + i);
    return { periods, values };
  }
  const periods: string[] = [];
  const values: number[] = [];
  let expected = known.dates[start]!;
  for (let row = start; row < known.length; row++) {
    for (; expected < known.dates[row]!; expected = addMonths(expected, step)) {
      periods.push(expected);
      values.push(Number.NaN);
    }
    periods.push(known.dates[row]!);
    values.push(formula(known, row));
    expected = addMonths(known.dates[row]!, step);
  }
  return { periods, values: Float64Array.from(values) };
}
