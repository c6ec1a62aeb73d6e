import { UsageError } from '../errors.ts';
import { isDate } from './civil.ts';
import { closeOf, firstYear, isCovered, lastYear, nextSession, previousSession, whyClosed } from './nyse.ts';

/**
 * A session that a briefing can be made for.
 *
 * @param text what was asked for
 * @param now the run's clock, ISO 8601 UTC: the session's close must lie behind it
 * @returns the session, `YYYY-MM-DD`
 * @throws UsageError that says why there is none, and which session is near
 */
export function checkSession(text: string, now: string): string {
  if (!isDate(text))
    throw new UsageError(`"${text}" is not a date`, { hint: 'Sessions are named by date, as 2025-12-31.' });
  if (!isCovered(text))
    throw new UsageError(
      `${text} is outside the exchange calendar, which covers ${firstYear} to ${lastYear}`,
    );
  const reason = whyClosed(text);
  if (reason !== null)
    throw new UsageError(`${text} is ${reason}: the exchange is closed. ${sessionNear(text)}`);
  if (Date.parse(closeOf(text)) > Date.parse(now))
    throw new UsageError(
      `${text} is not over: the exchange closes at ${closeOf(text)}, and now it is ${now}. The newest that has closed is ${newestClosed(text, now)}.`,
    );
  return text;
}

function sessionNear(date: string): string {
  const first = nextSession(`${firstYear}-01-01`);
  return date <= first
    ? `The first session known is ${first}.`
    : `The session before is ${previousSession(date)}.`;
}

function newestClosed(date: string, now: string): string {
  let session = previousSession(date);
  while (Date.parse(closeOf(session)) > Date.parse(now)) session = previousSession(session);
  return session;
}
