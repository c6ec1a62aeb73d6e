import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';
import { realDay } from './date-forms.ts';

/** A date of two numbers, of which one is the month, as in `3/4/2026`. */
export interface Undecided {
  /** Where its day belongs. */
  readonly index: number;
  readonly first: number;
  readonly second: number;
  readonly year: number;
  readonly text: string;
  readonly place: { readonly file: string; readonly row: number; readonly field: string };
}

type Order = 'month first' | 'day first';

const dayBy = (order: Order, { first, second, year }: Undecided): number | null =>
  order === 'month first' ? realDay(year, first, second) : realDay(year, second, first);

/**
 * Writes the days of dates whose order of day and month all of them together decide: a number over 12 is a day; else
 * the order counts in which the dates run one way, all are days that the table can have, or all begin a month.
 *
 * @throws InputError when none or both of the orders are possible: a guess would put prices on other days
 */
export function decideDays(
  days: Int32Array,
  undecided: readonly Undecided[],
  canBe: (day: number) => boolean = () => true,
): void {
  const [example] = undecided;
  if (example === undefined) return;
  const readings = (['month first', 'day first'] as const).flatMap((order) => {
    const read = undecided.map((date) => dayBy(order, date));
    return read.every((day) => day !== null) ? [{ order, read }] : [];
  });
  if (readings.length === 0) {
    const [byMonth, byDay] = (['month first', 'day first'] as const).map(
      (order) => undecided.find((date) => dayBy(order, date) === null) ?? example,
    );
    const alone = undecided.find(
      (date) => dayBy('month first', date) === null && dayBy('day first', date) === null,
    );
    throw new InputError(
      alone === undefined
        ? `${quoted(byMonth?.text)} has the day first and ${quoted(byDay?.text)} the month`
        : `${quoted(alone.text)} is not a date`,
      (alone ?? byMonth ?? example).place,
    );
  }
  const narrower = [
    ({ read }: { read: readonly number[] }) => runsOneWay(read),
    ({ read }: { read: readonly number[] }) => read.every(canBe),
    ({ read }: { read: readonly number[] }) =>
      read.every((day) => new Date(day * 86_400_000).getUTCDate() === 1),
  ];
  let left = readings;
  for (const test of narrower) {
    if (left.length === 1) break;
    const passing = left.filter(test);
    if (passing.length > 0) left = passing;
  }
  const [only] = left;
  if (only === undefined || left.length > 1)
    throw new InputError(
      `${quoted(example.text)} may have the day or the month first, and no row of the file decides it`,
      example.place,
      {
        hint: 'Save its dates as 2025-12-31.',
      },
    );
  undecided.forEach(({ index }, i) => {
    days[index] = only.read[i]!;
  });
}

function runsOneWay(days: readonly number[]): boolean {
  const up = days.at(-1)! > days[0]!;
  return days.every((day, i) => i === 0 || (up ? day > days[i - 1]! : day < days[i - 1]!));
}
