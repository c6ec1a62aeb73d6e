import { nextSessions } from '../../calendar/ahead.ts';
import { announcedFrom } from '../../calendar/announced.ts';
import { newYorkDate } from '../../calendar/new-york.ts';
import type { Edition } from '../../editions/edition.ts';
import { type Attempt, type Candidate, runChain, tryRoute, type Validation } from '../chain.ts';
import type { ParsedEvents } from '../parsing/events.ts';
import { beaCalendar } from '../providers/bea-calendar/fetch.ts';
import { blsCalendar } from '../providers/bls-calendar/fetch.ts';
import { boardCalendar } from '../providers/board-calendar/fetch.ts';
import { finnhubEarnings } from '../providers/finnhub/fetch.ts';
import { fredReleases } from '../providers/fred-releases/fetch.ts';
import { nasdaqEarnings } from '../providers/nasdaq/fetch.ts';
import { isTooLate } from '../quality/freshness-events.ts';
import type { SeriesRequest, SourceRoute } from '../route.ts';
import type { Payload } from '../source.ts';
import { fromTheArchive } from './market.ts';
import { failedAttempts, type Outcome } from './outcome.ts';
import type { Remembered, Run } from './run.ts';

/** The calendars that are asked for; closures and early closes are in our own tables. */
const everyCalendar = ['releases', 'earnings', 'bls', 'bea', 'fed'] as const;

/** Publishers whose own calendar is of a year: it ends where it ends, and nobody else tells of more. */
const publishers: readonly string[] = ['bls', 'bea', 'fed'];

/** Those that are asked for a session: publishers' own only of what is ahead of them since dates are kept beside theirs. */
export const calendarsOf = (session: string): readonly string[] =>
  session < announcedFrom ? everyCalendar.filter((series) => !publishers.includes(series)) : everyCalendar;

/** The routes to a calendar, in the order in which they are asked. */
export function eventChain(series: string, { basket }: Edition): readonly SourceRoute<ParsedEvents>[] {
  return [
    fredReleases,
    finnhubEarnings(basket.members),
    nasdaqEarnings,
    blsCalendar,
    beaCalendar,
    boardCalendar,
  ].filter((route) => route.serves(series));
}

/**
 * One calendar as it stands on the evening. What an earlier run of the day was given is taken again, so that nobody is
 * asked twice a day for the same dates; where the evening is over, only what was kept of it counts.
 */
export async function collectEvents(run: Run, asked: SeriesRequest, edition: Edition): Promise<Outcome> {
  const key = `events:${asked.series}`;
  const routes = eventChain(asked.series, edition);
  const last = nextSessions(asked.session).at(-1) ?? asked.session;
  const archived = await run.remembered<ParsedEvents>(key, routes);
  const late = isTooLate(asked.now, asked.session);
  if (archived !== null && (late || isOfToday(archived, asked, last)))
    return outcomeOf(key, archived.payload, archived.parsed, [], true);
  const validation = reaching(publishers.includes(asked.series) ? '' : last);
  const { best, attempts } = late
    ? { best: null, attempts: tooLate(routes, run, asked) }
    : run.offline
      ? { best: null, attempts: [] }
      : await runChain(routes, (route) => tryRoute(route, asked, run.ports), validation);
  if (archived !== null && (best === null || validation.compare(archived.parsed, best.parsed) < 0))
    return outcomeOf(key, fromTheArchive(archived.payload, attempts), archived.parsed, attempts, true);
  if (best === null)
    return { key, payload: null, rows: 0, first: '', last: '', attempts, fromArchive: false };
  return outcomeOf(key, payloadOf(key, best, attempts, run), best.parsed, attempts, false);
}

function isOfToday(
  { payload, parsed }: Remembered<ParsedEvents>,
  { now }: SeriesRequest,
  last: string,
): boolean {
  return newYorkDate(payload.fetchedAt) === newYorkDate(now) && parsed.through >= last;
}

/** A calendar serves when it tells of all the sessions ahead; otherwise the one that tells of more is the better. */
function reaching(last: string): Validation<ParsedEvents> {
  return {
    problem: ({ through }) => (through < last ? `tells of no day after ${through}` : null),
    compare: (a, b) => (a.through < b.through ? 1 : a.through > b.through ? -1 : 0),
  };
}

const tooLate = (
  routes: readonly SourceRoute<ParsedEvents>[],
  run: Run,
  { session }: SeriesRequest,
): readonly Attempt[] =>
  routes.map(({ source, needs }) => {
    const key = needs?.(run.keys) ?? null;
    return key === null
      ? {
          source,
          outcome: 'refused',
          why: `was not asked: what stood in it on the evening of ${session} cannot be known any more`,
          milliseconds: 0,
        }
      : { source, outcome: 'not configured', why: `needs ${key}`, milliseconds: 0 };
  });

function payloadOf(
  key: string,
  { source, fetched }: Candidate<ParsedEvents>,
  attempts: readonly Attempt[],
  { provesKnowledge }: Run,
): Payload {
  const { bytes, origin, fetchedAt, status, headers } = fetched;
  const notes = [
    // Its stamp is the run's and says nothing of when the answer was given.
    provesKnowledge ? undefined : 'the clock of the run was set: dates as they were known later',
    failedAttempts(attempts),
  ].filter((part) => part !== undefined);
  const note = notes.length === 0 ? {} : { note: notes.join('; ') };
  return { key, source, origin, fetchedAt, bytes, response: { status, headers }, ...note };
}

function outcomeOf(
  key: string,
  payload: Payload,
  { events }: ParsedEvents,
  attempts: readonly Attempt[],
  fromArchive: boolean,
): Outcome {
  const [first = '', last = ''] = [events[0]?.date, events.at(-1)?.date];
  return { key, payload, rows: events.length, first, last, attempts, fromArchive };
}
