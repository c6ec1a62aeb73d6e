import {
  addDays,
  addMonths,
  endOfMonth,
  endOfQuarter,
  startOfMonth,
  startOfQuarter,
  weekday,
} from '../calendar/civil.ts';
import type { MacroSpec } from '../editions/edition.ts';

/** How a series is published: all that the lag table needs to know of it. */
export type Publication = Pick<MacroSpec, 'frequency' | 'lag'>;

/** The Monday-to-Friday day that many before `date`; from a weekend, counted from its Friday. */
function businessDaysBefore(date: string, days: number): string {
  const day = weekday(date);
  let result = day > 5 ? addDays(date, 5 - day) : date;
  for (let left = days; left > 0; left--) result = addDays(result, weekday(result) === 1 ? -3 : -1);
  return result;
}

/** The first period of that frequency that has not ended on `day`, as its publisher stamps it. */
function firstUnended(day: string, frequency: Publication['frequency']): string {
  if (frequency === 'monthly') return day === endOfMonth(day) ? addDays(day, 1) : startOfMonth(day);
  if (frequency === 'quarterly') return day === endOfQuarter(day) ? addDays(day, 1) : startOfQuarter(day);
  return addDays(day, 1);
}

/**
 * Where the unknown begins on the evening of `session`: by the lag table an observation is known when its date is
 * before this one.
 *
 * Daily and weekly series are stamped with the day itself; monthly and quarterly ones with the period's first day,
 * and known a number of days after its last. Source: the figures document, "Macro (what was known on D)".
 */
export function unknownFrom(session: string, { frequency, lag }: Publication): string {
  if (lag.kind === 'business days' && lag.days > 0) return businessDaysBefore(session, lag.days - 1);
  return firstUnended(addDays(session, -lag.days), frequency);
}

/** The newest period that the lag table counts as known on `session`, as its publisher stamps it. */
export function newestKnownPeriod(session: string, publication: Publication): string {
  const next = unknownFrom(session, publication);
  if (publication.frequency === 'monthly') return addMonths(next, -1);
  if (publication.frequency === 'quarterly') return addMonths(next, -3);
  return addDays(next, -1);
}
