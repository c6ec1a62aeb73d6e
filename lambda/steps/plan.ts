import { checkSession } from '../briefing/gate.ts';
import { isDate } from '../calendar/civil.ts';
import { closeOf, isSession, previousSession, sessionsBetween } from '../calendar/nyse.ts';
import { UsageError } from '../errors.ts';

/**
 * The session that a run is about: the one asked for, else the newest that has closed.
 * @param now the run's clock, ISO 8601 UTC
 * @throws UsageError when the one asked for is no session, or is not over
 */
export function planSession(asked: string | undefined, now: string): string {
  return checkSession(asked ?? newestClosedSession(now), now);
}

/**
 * The sessions of a backfill, ascending: from one date to another, both included; neither need be a session.
 * @throws UsageError when a date is none, or nothing lies between, or the newest is not over
 */
export function planRange({ from, to }: { from: string; to: string }, now: string): readonly string[] {
  for (const date of [from, to])
    if (!isDate(date))
      throw new UsageError(`"${date}" is not a date`, { hint: 'Write dates as 2025-12-31.' });
  if (from > to) throw new UsageError(`--from ${from} lies after --to ${to}`);
  const sessions = withinCalendar(() => sessionsBetween(from, to));
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (first === undefined || last === undefined)
    throw new UsageError(`there is no session from ${from} to ${to}`);
  checkSession(first, now);
  checkSession(last, now);
  return sessions;
}

/** The newest session whose close lies at or before an instant. @throws UsageError outside the calendar */
export function newestClosedSession(now: string): string {
  return withinCalendar(() => {
    // New York never runs ahead of Greenwich: its session under way is that of today's UTC date, or an earlier.
    const today = now.slice(0, 10);
    const newest = isSession(today) ? today : previousSession(today);
    return Date.parse(closeOf(newest)) <= Date.parse(now) ? newest : previousSession(newest);
  });
}

function withinCalendar<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
