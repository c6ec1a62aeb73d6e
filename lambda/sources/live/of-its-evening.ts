import { newYorkDate } from '../../calendar/new-york.ts';
import type { SeriesKind } from '../parsing/parsed.ts';
import type { SeriesRequest } from '../route.ts';
import type { Cached, SeriesCache } from './rules.ts';

/**
 * What the session's own evening kept, for a later run of that session: what was published since was not known then.
 * Null on the evening itself, and in a backfill.
 */
export async function ofItsEvening<K extends SeriesKind>(
  cache: SeriesCache<K>,
  { now, session, through }: SeriesRequest,
): Promise<Cached<K> | null> {
  return newYorkDate(now) > session && through === session ? cache.ofTheEvening() : null;
}
