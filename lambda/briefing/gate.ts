import { isDate } from '../calendar/civil.ts';
import {
  closeOf,
  firstYear,
  isCovered,
  lastYear,
  nextSession,
  previousSession,
  whyClosed,
} from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import { GateError, UsageError } from '../errors.ts';
import type { Bars } from '../series/bars.ts';
import { lastOnOrBefore } from '../series/position.ts';

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
      `${text} is not over: the exchange closes at ${closeOf(text)}, and now it is ${now}. ${sessionNear(text)}`,
    );
  return text;
}

function sessionNear(date: string): string {
  const first = nextSession(`${firstYear}-01-01`);
  return date <= first
    ? `The first session known is ${first}.`
    : `The session before is ${previousSession(date)}.`;
}

/** A required series that does not serve the session, and why. */
export interface Shortfall {
  readonly symbol: string;
  /** A sentence's worth, as in "IWM has no bar of 2025-12-31". */
  readonly text: string;
}

function shortfallOf(symbol: string, session: string, bars: Bars | undefined): Shortfall | null {
  const first = bars?.sessions[0];
  if (bars === undefined || first === undefined) return { symbol, text: `${symbol} has no data` };
  if (first > session) return { symbol, text: `${symbol} begins on ${first}, after the session` };
  const { sessions } = bars;
  const at = lastOnOrBefore(sessions, session);
  const newest = sessions[at]!;
  if (newest !== session)
    return { symbol, text: `${symbol} has no bar of ${session}; the newest before it is of ${newest}` };
  // Without it the return of the day would be that of two.
  const before = previousSession(session);
  return sessions[at - 1] === before
    ? null
    : { symbol, text: `${symbol} has no bar of ${before}, the session before ${session}` };
}

/**
 * Which required series are not there for the session: none, and an ordinary briefing may be published. Each
 * must have the bar of the session and of the session before it.
 */
export function shortfalls(
  edition: Pick<Edition, 'required'>,
  session: string,
  market: ReadonlyMap<string, Bars>,
): readonly Shortfall[] {
  return edition.required.flatMap((symbol) => shortfallOf(symbol, session, market.get(symbol)) ?? []);
}

/** The refusal to publish without them. */
export function refusal(session: string, short: readonly Shortfall[]): GateError {
  return new GateError(
    `no briefing for ${session}: ${short.map(({ text }) => text).join('; ')}`,
    short.map(({ symbol }) => symbol),
    { hint: 'Bring the missing data, or publish one marked INCOMPLETE with --allow-incomplete.' },
  );
}
