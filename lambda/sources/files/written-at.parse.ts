import { closeOf, firstYear } from '../../calendar/nyse.ts';

/** Closes are known so long after the exchange closes: the closing auction, and the usual delay of quotes. */
export const afterClose = 15 * 60_000;

/** A file that holds more sessions from after its time than this was not written then: copies and archives set the time. */
const mostAhead = 5;

/**
 * The sessions of a file whose closes it cannot hold: it was last written before they were known.
 *
 * @param sessions of its rows, ascending
 * @param writtenAt when it was last written, ISO 8601 UTC; undefined where nothing is known of it
 */
export function tooEarly(sessions: readonly string[], writtenAt: string | undefined): readonly string[] {
  if (writtenAt === undefined) return [];
  const written = Date.parse(writtenAt);
  let from = sessions.length;
  while (from > 0 && isAfter(sessions[from - 1]!, written)) from -= 1;
  const early = sessions.slice(from);
  return early.length > mostAhead ? [] : early;
}

const isAfter = (session: string, written: number): boolean =>
  session >= `${firstYear}` && Date.parse(closeOf(session)) + afterClose > written;
