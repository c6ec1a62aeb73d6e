import { addDays } from '../calendar/civil.ts';
import { newestKnownPeriod } from './newest-known.ts';
import type { Publication } from './publication.ts';

/** Days allowed beyond the calendar for market holidays and for releases that come a little late. */
const graceDays = 3;

/**
 * Whether the newest known period of a series is older than it should be on `session`: by the calendar
 * a newer one was out three days before.
 */
export const isStale = (newestPeriod: string, session: string, publication: Publication): boolean => {
  const due = newestKnownPeriod(addDays(session, -graceDays), publication);
  if (publication.frequency === 'weekly') return newestPeriod <= addDays(due, -7);
  if (publication.frequency === 'daily') return newestPeriod < addDays(due, -1);
  return newestPeriod < due;
};
