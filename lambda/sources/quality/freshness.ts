import type { ScheduledEvent } from '../../calendar/events.ts';
import { isCovered, sessionsAfter } from '../../calendar/nyse.ts';
import type { Edition, MacroSpec } from '../../editions/edition.ts';
import type { Bars } from '../../series/bars.ts';
import { newestKnownPeriod } from '../../series/newest-known.ts';
import type { Observations } from '../../series/observations.ts';
import { lastOnOrBefore } from '../../series/position.ts';
import type { Reason } from '../../series/reason.ts';
import type { Status } from '../../series/snapshot.ts';
import { isStale } from '../../series/staleness.ts';

/** How far a series serves a session, and what a reader should know of it. */
export interface Freshness {
  readonly status: Status;
  readonly notes: readonly Reason[];
}

/** Bars serve the session of their newest row on or before it, and are fresh only when that is the session. */
export function assessBars({ sessions, adjusted, symbol }: Bars, session: string): Freshness {
  const basis: readonly Reason[] =
    adjusted === null && !symbol.startsWith('^') ? [{ code: 'price-only' }] : [];
  const first = sessions[0];
  if (first === undefined || first > session)
    return { status: 'missing', notes: [{ code: 'begins', on: first }, ...basis] };
  const newest = sessions[lastOnOrBefore(sessions, session)]!;
  if (newest === session) return { status: 'fresh', notes: basis };
  if (newest !== sessions.at(-1)) return { status: 'missing', notes: [{ code: 'session-absent' }, ...basis] };
  const behind = isCovered(newest) ? sessionsAfter(newest, session) : Number.NaN;
  return { status: 'stale', notes: [{ code: 'bar-late', newest, sessions: behind }, ...basis] };
}

/** A macro series is fresh while its newest known value is no older than its publisher's calendar allows. */
export function assessObservations(
  { dates, values }: Observations,
  session: string,
  spec: MacroSpec,
  ahead: readonly ScheduledEvent[],
): Freshness {
  let row = lastOnOrBefore(dates, newestKnownPeriod(session, spec));
  while (row >= 0 && Number.isNaN(values[row])) row -= 1;
  const newest = dates[row];
  if (newest === undefined) return { status: 'missing', notes: [{ code: 'no-value-by-session' }] };
  const isMonth = spec.frequency === 'monthly';
  return isStale(newest, session, spec, ahead)
    ? { status: 'stale', notes: [{ code: 'newest-by-session', date: newest, isMonth }] }
    : { status: 'fresh', notes: [] };
}

/** The symbol of the edition that another one is a substitute for; null when it is there itself by the session. */
export function standsInFor(
  edition: Edition,
  symbol: string,
  session: string,
  market: ReadonlyMap<string, Bars>,
): string | null {
  const spec = edition.symbols.find(({ alternates }) => alternates?.includes(symbol));
  if (spec === undefined) return null;
  const first = market.get(spec.symbol)?.sessions[0];
  return first === undefined || first > session ? spec.symbol : null;
}
