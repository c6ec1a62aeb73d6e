import { addDays, addMonths, civil, endOfMonth, monthOf, weekday, yearOf } from '../calendar/civil.ts';
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

/**
 * The newest period, as its publisher stamps it, that the lag table counts as known on `session`: an observation
 * is known when its date is on or before this one.
 *
 * Daily and weekly series are stamped with the day itself. Monthly and quarterly ones are stamped with the
 * period's first day and known a number of days after its last.
 * Source: the figures document, "Macro (what was known on D)".
 */
export function newestKnownPeriod(session: string, { frequency, lag }: Publication): string {
  if (lag.kind === 'business days')
    return lag.days === 0 ? session : addDays(businessDaysBefore(session, lag.days - 1), -1);
  const latestEnd = addDays(session, -lag.days);
  if (frequency === 'daily' || frequency === 'weekly') return latestEnd;
  const length = frequency === 'monthly' ? 1 : 3;
  const month = monthOf(latestEnd);
  const start = civil(yearOf(latestEnd), month - ((month - 1) % length), 1);
  const ended = latestEnd === endOfMonth(addMonths(start, length - 1));
  return ended ? start : addMonths(start, -length);
}
