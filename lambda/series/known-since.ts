import { addDays, addMonths, endOfMonth, weekday } from '../calendar/civil.ts';
import type { Publication } from './newest-known.ts';
import type { Observations } from './observations.ts';

/** Last day of a period that its publisher stamps with `period`. */
function endOfPeriod(period: string, frequency: Publication['frequency']): string {
  if (frequency === 'monthly') return endOfMonth(period);
  if (frequency === 'quarterly') return endOfMonth(addMonths(period, 2));
  return period;
}

/** The Monday-to-Friday day that many after `date`. */
function businessDaysAfter(date: string, days: number): string {
  let result = date;
  for (let left = days; left > 0; left--) {
    const day = weekday(result);
    result = addDays(result, day >= 5 ? 8 - day : 1);
  }
  return result;
}

/**
 * First day on which a period's value counts as known: the day of its first vintage where vintages reach back before
 * it, otherwise what the lag table says (the inverse of `newestKnownPeriod`).
 */
export function knownSince(observations: Observations, publication: Publication, period: string): string {
  const { vintages } = observations;
  if (vintages !== undefined) {
    const row = vintages.dates.findIndex((date, i) => date === period && !Number.isNaN(vintages.values[i]));
    const day = row < 0 ? undefined : vintages.from[row];
    // A period of the very first vintage may have been known long before it.
    if (day !== undefined && day !== vintages.from[0]) return day;
  }
  const end = endOfPeriod(period, publication.frequency);
  const { lag } = publication;
  return lag.kind === 'business days' ? businessDaysAfter(end, lag.days) : addDays(end, lag.days);
}
