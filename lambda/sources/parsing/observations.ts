import { isDate } from '../../calendar/civil.ts';
import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';
import type { Observations } from '../../series/observations.ts';

export interface Observation {
  readonly date: string;
  /** NaN where the publisher gives the period no value. */
  readonly value: number;
}

/**
 * Observations in ascending order, whichever way they came. @throws InputError when a date is none or comes twice,
 * or there is no value at all
 */
export function observationsOf(id: string, given: readonly Observation[]): Observations {
  for (const { date } of given)
    if (!isDate(date)) throw new InputError(`${quoted(date)} is no date`, { field: 'date' });
  const rows = given.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  rows.forEach((row, i) => {
    if (row.date === rows[i - 1]?.date) throw new InputError(`${row.date} comes twice`, { field: 'date' });
  });
  if (!rows.some((row) => Number.isFinite(row.value)))
    throw new InputError(`no value of ${id} in the answer`);
  return { id, dates: rows.map((row) => row.date), values: new Float64Array(rows.map((row) => row.value)) };
}
