import type { Calendar } from '../../calendar/agreed.ts';
import { nextSessions } from '../../calendar/ahead.ts';
import type { ScheduledEvent } from '../../calendar/events.ts';
import { newYorkDate } from '../../calendar/new-york.ts';
import { closeOf, nextSession } from '../../calendar/nyse.ts';
import type { Edition } from '../../editions/edition.ts';
import type { Reason } from '../../series/reason.ts';
import type { ParsedEvents } from '../parsing/events.ts';
import { scheduleSource } from '../schedule/kept.ts';
import type { HashedPayload } from '../source.ts';
import type { Freshness } from './freshness.ts';

/**
 * Whether a calendar that was collected at an instant may hold what was not known when the session's briefing was the newest:
 * dates are moved and confirmed every day. The next session's close is the limit.
 */
export const isTooLate = (instant: string, session: string): boolean =>
  Date.parse(instant) >= Date.parse(closeOf(nextSession(session)));

/**
 * A calendar serves the session that it was collected for, and later ones as far as it reaches. The dates kept in the
 * program serve any session: each says from which on.
 */
export function assessEvents(
  { through }: ParsedEvents,
  { source, fetchedAt }: Pick<HashedPayload, 'source' | 'fetchedAt'>,
  session: string,
): Freshness {
  if (source === scheduleSource) return trustSchedule(through, session);
  const day = newYorkDate(fetchedAt);
  if (isTooLate(fetchedAt, session)) return { status: 'missing', notes: [{ code: 'collected-later', day }] };
  const ahead = nextSessions(session);
  const [first = '', last = ''] = [ahead[0], ahead.at(-1)];
  if (through < first) return { status: 'missing', notes: [{ code: 'calendar-ends', day: through }] };
  const notes: readonly Reason[] = [
    ...(day < session ? [{ code: 'collected-before', day } as const] : []),
    ...(through < last ? [{ code: 'calendar-ends', day: through } as const] : []),
  ];
  return { status: notes.length === 0 ? 'fresh' : 'stale', notes };
}

function trustSchedule(through: string, session: string): Freshness {
  const last = nextSessions(session).at(-1) ?? '';
  if (through >= last) return { status: 'fresh', notes: [] };
  return { status: 'stale', notes: [{ code: 'announced-until', day: through }] };
}

/** A publisher's own calendar goes before FRED's, and both before the dates kept in the program. */
const ranks: Readonly<Record<string, number>> = { 'fred-releases': 1, [scheduleSource]: 2 };

/** A calendar as it takes its place among the others, with the events that a session may know. */
export function knownCalendar(
  parsed: ParsedEvents,
  source: string,
  session: string,
  edition: Edition,
): Calendar {
  const { events, through, covers } = parsed;
  const own = { names: [...new Set(events.map(({ name }) => name))], from: '', through };
  return {
    rank: ranks[source] ?? 0,
    events: eventsOf(parsed, edition).filter(({ seen = '' }) => seen <= session),
    covers: covers ?? own,
  };
}

/** The events of a calendar that an edition is about: every release, and the earnings of its large companies. */
function eventsOf({ events }: ParsedEvents, { basket, symbols }: Edition): readonly ScheduledEvent[] {
  const alternates = symbols.flatMap(({ symbol, alternates: others = [] }) =>
    basket.members.includes(symbol) ? others : [],
  );
  const followed = new Set([...basket.members, ...alternates]);
  return events.filter(({ kind, name }) => kind !== 'earnings' || followed.has(name));
}
