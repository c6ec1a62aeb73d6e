import { dayNumber } from '../calendar/civil.ts';
import { newestBusinessDayNumber } from '../calendar/federal-holidays.ts';
import type { Axis } from './axis.ts';
import { knownPath } from './known-path.ts';
import type { Observations } from './observations.ts';
import type { PublicationRule } from './publication.ts';

/** Days by which a value is older than the newest date that can be known on a day: the last business day but one. */
const late = (period: number, day: number): number =>
  newestBusinessDayNumber(newestBusinessDayNumber(day) - 1) - period;

/** Whether a value of a daily series is at most a given number of calendar days older than the newest that a session can know. */
export const isFresh = (period: string, session: string, mayLag: number): boolean =>
  late(dayNumber(period), dayNumber(session)) <= mayLag;

/**
 * The value of a daily series as known at the close of each session, NaN where there was none or none that is fresh.
 *
 * @param from index of the first session that is asked for; NaN before it
 */
export function freshPath(
  observations: Observations,
  publication: PublicationRule,
  axis: Axis,
  from: number,
  mayLag: number,
): Float64Array {
  const { values, periods } = knownPath(observations, publication, axis, from);
  for (let t = from; t < values.length; t++)
    if (!(late(periods[t]!, axis.days[t]!) <= mayLag)) values[t] = Number.NaN;
  return values;
}
