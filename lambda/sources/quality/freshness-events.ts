import { nextSessions } from '../../calendar/ahead.ts';
import type { ScheduledEvent } from '../../calendar/events.ts';
import { newYorkDate } from '../../calendar/new-york.ts';
import { closeOf, nextSession } from '../../calendar/nyse.ts';
import type { Edition } from '../../editions/edition.ts';
import type { ParsedEvents } from '../parsing/events.ts';
import type { Trust } from './freshness.ts';

/**
 * Whether a calendar that was collected at an instant knows what nobody knew when the session's briefing was the newest:
 * dates are moved and confirmed every day. The next session's close is the limit.
 */
export const isTooLate = (instant: string, session: string): boolean =>
  Date.parse(instant) >= Date.parse(closeOf(nextSession(session)));

/** A calendar serves the session that it was collected for, and later ones as far as it reaches. */
export function trustEvents({ through }: ParsedEvents, fetchedAt: string, session: string): Trust {
  const day = newYorkDate(fetchedAt);
  if (isTooLate(fetchedAt, session))
    return { status: 'missing', notes: [`collected on ${day}, when more was known than on the session`] };
  const ahead = nextSessions(session);
  const [first = '', last = ''] = [ahead[0], ahead.at(-1)];
  if (through < first) return { status: 'missing', notes: [`tells of no day after ${through}`] };
  const notes = [
    ...(day < session ? [`as it stood on ${day}`] : []),
    ...(through < last ? [`tells of no day after ${through}`] : []),
  ];
  return { status: notes.length === 0 ? 'fresh' : 'stale', notes };
}

/** The events of a calendar that an edition is about: every release, and the earnings of its large companies. */
export function eventsOf({ events }: ParsedEvents, { basket, symbols }: Edition): readonly ScheduledEvent[] {
  const alternates = symbols.flatMap(({ symbol, alternates: others = [] }) =>
    basket.members.includes(symbol) ? others : [],
  );
  const followed = new Set([...basket.members, ...alternates]);
  return events.filter(({ kind, name }) => kind !== 'earnings' || followed.has(name));
}
