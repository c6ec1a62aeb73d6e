import { newYorkClock } from '../../calendar/new-york.ts';
import { earlyClose } from '../../calendar/nyse.ts';
import { formatShortDate } from './date.ts';

/**
 * When a session closed and its data were collected, by the clock of New York: `close 16:00, collected 20:31 New York`; with
 * the day where it is another.
 *
 * @param collectedAt ISO 8601 UTC
 * @throws RangeError when the date is no session
 */
export function sessionTimes(session: string, collectedAt: string): string {
  const { date, time } = newYorkClock(collectedAt);
  const day = date === session ? '' : `${formatShortDate(date)}, `;
  return `close ${earlyClose(session)?.time ?? '16:00'}, collected ${day}${time} New York`;
}
