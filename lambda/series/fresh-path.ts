import { dayNumber } from '../calendar/civil.ts';
import { businessDayBefore, newestBusinessDay } from '../calendar/federal-holidays.ts';
import type { Axis } from './axis.ts';
import { knownPath } from './known-path.ts';
import type { Observations } from './observations.ts';
import type { Publication } from './publication.ts';

/**
 * Whether a value of a daily series is not dated more than so many calendar days before the newest date that can be
 * known at the close of a session: the business day before the newest business day.
 */
export function isFresh(period: string, session: string, mayLag: number): boolean {
  const newest = businessDayBefore(newestBusinessDay(session));
  return dayNumber(newest) - dayNumber(period) <= mayLag;
}

/** The value of a daily series as known at the close of each session, NaN where there was none or none that is fresh. */
export function freshPath(
  observations: Observations,
  publication: Publication,
  { sessions }: Axis,
  mayLag: number,
): Float64Array {
  const { values, periods } = knownPath(observations, publication, sessions);
  return values.map((value, t) =>
    periods[t] === '' || !isFresh(periods[t]!, sessions[t]!, mayLag) ? Number.NaN : value,
  );
}
