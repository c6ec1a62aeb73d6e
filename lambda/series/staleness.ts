import { addDays } from '../calendar/civil.ts';
import { newestKnownPeriod, type Publication } from './newest-known.ts';

/** Days allowed beyond the lag table for market holidays and for releases that come a little late. */
const graceDays = 3;

/**
 * Whether the newest known period of a series is older than it should be on `session`: the lag table would have
 * had a newer one three days before.
 */
export const isStale = (newestPeriod: string, session: string, publication: Publication): boolean => {
  const due = newestKnownPeriod(addDays(session, -graceDays), publication);
  if (publication.frequency === 'weekly') return newestPeriod <= addDays(due, -7);
  if (publication.frequency === 'daily') return newestPeriod < addDays(due, -1);
  return newestPeriod < due;
};
