import { addDays } from './civil.ts';
import { isCovered, lastYear, sessionsBetween } from './nyse.ts';

/** Sessions that a briefing looks ahead. */
export const sessionsAhead = 10;

/** Days that hold ten sessions whatever was closed: the longest closure since 1990 took four sessions of a week. */
const reach = 30;

/** The next sessions after one, ten of them; fewer at the very end of the exchange's calendar. */
export function nextSessions(session: string): readonly string[] {
  const last = addDays(session, reach);
  const until = isCovered(last) ? last : `${lastYear}-12-31`;
  return sessionsBetween(addDays(session, 1), until).slice(0, sessionsAhead);
}
