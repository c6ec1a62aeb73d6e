import { addDays, addMonths, endOfMonth } from '../calendar/civil.ts';
import type { ScheduledEvent } from '../calendar/events.ts';
import { releaseOf } from '../calendar/releases.ts';
import { newestKnownPeriod, periodBefore } from './newest-known.ts';
import type { PublicationRule } from './publication.ts';

/** Days allowed beyond the calendar for market holidays and for releases that come a little late. */
const graceDays = 3;

/**
 * Whether the newest known period of a series is older than it should be on `session`: by the calendar a newer one was
 * out three days before.
 *
 * @param ahead what publishers' own calendars announced that evening: a release that they still have ahead is not late
 */
export function isStale(
  newestPeriod: string,
  session: string,
  publication: PublicationRule,
  ahead: readonly ScheduledEvent[] = [],
): boolean {
  const due = newestKnownPeriod(addDays(session, -graceDays), publication);
  if (publication.frequency === 'daily') return newestPeriod < addDays(due, -1);
  const out = isStillAhead(due, session, publication, ahead) ? periodBefore(due, publication) : due;
  return newestPeriod < out;
}

/** A release that comes before the next period has ended is of no later one than this. */
function isStillAhead(
  period: string,
  session: string,
  { series, frequency }: PublicationRule,
  ahead: readonly ScheduledEvent[],
): boolean {
  const release = releaseOf(series)?.name;
  const nextEnd =
    frequency === 'weekly'
      ? addDays(period, 7)
      : endOfMonth(addMonths(period, frequency === 'quarterly' ? 5 : 1));
  return ahead.some(
    ({ kind, name, date }) => kind === 'release' && name === release && date > session && date <= nextEnd,
  );
}
