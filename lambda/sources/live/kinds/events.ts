import { nextSessions } from '../../../calendar/ahead.ts';
import { announcedFrom } from '../../../calendar/announced.ts';
import { newYorkDate } from '../../../calendar/new-york.ts';
import { isTooLate } from '../../quality/freshness-events.ts';
import type { SeriesRules } from '../rules.ts';

/** The calendars that are asked for; closures and early closes are in our own tables. */
const everyCalendar = ['releases', 'earnings', 'bls', 'bea', 'fed'] as const;

/** Publishers whose own calendar is of a year: it ends with that year, and no other source has later dates. */
const publishers: readonly string[] = ['bls', 'bea', 'fed'];

/** Those that are asked for a session: publishers' own only of what is ahead of them since dates are kept beside theirs. */
export const calendarsOf = (session: string): readonly string[] =>
  session < announcedFrom ? everyCalendar.filter((series) => !publishers.includes(series)) : everyCalendar;

const lastAhead = (session: string): string => nextSessions(session).at(-1) ?? session;

/**
 * A calendar as it was on the evening. What an earlier run of the day received is used again, so that no provider is asked
 * twice a day for the same dates; after the evening only what was kept of it counts.
 */
export const eventRules: SeriesRules<'events'> = {
  kind: 'events',
  extent: ({ events }) => ({
    rows: events.length,
    first: events[0]?.date ?? '',
    last: events.at(-1)?.date ?? '',
  }),
  async settled(cache, { now, session }) {
    const kept = await cache.newest();
    if (kept === null || isTooLate(now, session)) return kept;
    const isOfToday = newYorkDate(kept.payload.fetchedAt) === newYorkDate(now);
    return isOfToday && kept.parsed.through >= lastAhead(session) ? kept : null;
  },
  whyNotAsked: ({ now, session }) =>
    isTooLate(now, session)
      ? `was not asked: what stood in it on the evening of ${session} cannot be known any more`
      : null,
  /** A calendar serves when it reaches over all the sessions ahead; otherwise the one that reaches further is better. */
  validation({ series, session }) {
    const last = publishers.includes(series) ? '' : lastAhead(session);
    return {
      problem: ({ through }) => (through < last ? `tells of no day after ${through}` : null),
      compare: (a, b) => (a.through < b.through ? 1 : a.through > b.through ? -1 : 0),
    };
  },
  prefersCached: (compared) => compared < 0,
  remarks: (_, { provesKnowledge, failed }) => ({
    notes: [
      // Its stamp is the run's and says nothing of when the answer was given.
      provesKnowledge ? undefined : 'the clock of the run was set: dates as they were known later',
      failed,
    ],
  }),
};
