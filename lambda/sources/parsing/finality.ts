import { newYorkDate, newYorkInstant } from '../../calendar/new-york.ts';
import { closeOf, correctionsEnd, sessions } from '../../calendar/nyse.ts';

/**
 * `live`: the session is not over by the provider's own time stamp, so its newest price is no close.
 * `provisional`: it is over, but exchanges may still correct it. `final`: corrections are over.
 */
export type Finality = 'live' | 'provisional' | 'final';

/** What the note of a payload says while its newest bar may still be corrected. */
export const provisionalNote = `provisional until ${correctionsEnd} New York`;

/** Quotes without an own time stamp are taken to be delayed by so much, in milliseconds. */
export const usualDelay = 15 * 60_000;

/** A stamp so far ahead of our clock, in milliseconds, is a wrong clock and proves nothing. */
const tolerableSkew = 5 * 60_000;

/**
 * The evening ladder: what the newest bar of a session is, given the provider's own time stamp.
 *
 * A session is over only when both clocks say so, the provider's and ours: a stamp alone may be skewed. Where the
 * stamp is absent, or ahead of ours, ours less the usual delay is taken instead.
 *
 * @param stamp the provider's own time, ISO 8601 UTC; null where it gives none
 * @param fetchedAt our time of the fetch, ISO 8601 UTC
 * @throws RangeError when the date is no session
 */
export function finalityOf(session: string, stamp: string | null, fetchedAt: string): Finality {
  if (reachedBy(stamp, fetchedAt) < Date.parse(closeOf(session))) return 'live';
  return Date.parse(fetchedAt) < Date.parse(newYorkInstant(session, correctionsEnd))
    ? 'provisional'
    : 'final';
}

/**
 * The New York date of the instant up to which both clocks vouch: every session before it is over and final. A stamp
 * older than the calendar vouches for nothing: before the calendar's first session there is none.
 */
export function vouchedDate(stamp: string | null, fetchedAt: string): string {
  const reached = reachedBy(stamp, fetchedAt);
  const first = sessions[0]!;
  return reached < Date.parse(closeOf(first)) ? first : newYorkDate(new Date(reached).toISOString());
}

/** Milliseconds since 1970 of the instant up to which both clocks vouch. */
function reachedBy(stamp: string | null, fetchedAt: string): number {
  const ours = Date.parse(fetchedAt);
  const theirs = stamp === null ? Number.NaN : Date.parse(stamp);
  const trusted = Number.isFinite(theirs) && theirs <= ours + tolerableSkew;
  return trusted ? Math.min(theirs, ours) : ours - usualDelay;
}

const known: ReadonlySet<string> = new Set(sessions);

export const isKnownSession = (date: string): boolean => known.has(date);
