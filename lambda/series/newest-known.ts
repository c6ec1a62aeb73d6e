import { addDays, addMonths, startOfMonth, startOfQuarter, weekday } from '../calendar/civil.ts';
import { newestBusinessDay } from '../calendar/federal-holidays.ts';
import { isDecisionDay } from '../calendar/fomc.ts';
import { type PublicationRule, publicationDay } from './publication.ts';

/** The newest period that begins on or before a day, as its publisher stamps it. */
function newestBegun(day: string, { frequency, weekday: stamped }: PublicationRule): string {
  if (frequency === 'monthly') return startOfMonth(day);
  if (frequency === 'quarterly') return startOfQuarter(day);
  if (stamped === undefined) return day;
  return addDays(day, -((weekday(day) - stamped + 7) % 7));
}

/** The period before one. */
export function periodBefore(period: string, { frequency }: PublicationRule): string {
  if (frequency === 'monthly') return addMonths(period, -1);
  if (frequency === 'quarterly') return addMonths(period, -3);
  return addDays(period, frequency === 'weekly' ? -7 : -1);
}

/**
 * The newest period that counts as known on the evening of `session`, as its publisher stamps it; of a daily series the
 * newest date, whether or not it has a value.
 */
export function newestKnownPeriod(session: string, publication: PublicationRule): string {
  const { lag } = publication;
  // In closed form: these are asked for on every session of a history.
  if (lag.kind === 'next business day') return addDays(newestBusinessDay(session), -1);
  if (lag.kind === 'announced') return isDecisionDay(session) ? addDays(session, 1) : session;
  let period = newestBegun(session, publication);
  while (publicationDay(period, publication).day > session) period = periodBefore(period, publication);
  return period;
}

/** Where the unknown begins on the evening of `session`: an observation is known when its date is before this one. */
export const unknownFrom = (session: string, publication: PublicationRule): string =>
  publication.lag.kind === 'next business day'
    ? newestBusinessDay(session)
    : addDays(newestKnownPeriod(session, publication), 1);
