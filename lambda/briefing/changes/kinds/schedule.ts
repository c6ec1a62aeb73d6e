import { nextSessions } from '../../../calendar/ahead.ts';
import { eventsInWords } from '../../../calendar/event-names.ts';
import type { EventKind } from '../../../calendar/events.ts';
import type { EventAhead } from '../../../report/schema.ts';
import type { Provenance } from '../../../series/snapshot.ts';
import { formatNearDate } from '../../words/date.ts';
import { say } from '../../words/sentence.ts';
import type { ChangeKind, Difference } from '../kind.ts';

/** The calendars that may have events of a kind; of the others the dates are kept in the program. */
const calendars: Readonly<Partial<Record<EventKind, readonly string[]>>> = {
  release: ['events:releases', 'events:bls', 'events:bea', 'events:schedule'],
  earnings: ['events:earnings'],
  decision: ['events:fed'],
};

const idOf = ({ kind, name }: EventAhead): string => `event:${kind}:${name}`;

/**
 * A major event of the next ten sessions that was added, moved or dropped since the last published report. Only the days that
 * both reach are compared, and of calendars only what was asked in both: a calendar that is not at hand drops nothing.
 */
export const scheduleKind: ChangeKind = {
  kind: 'schedule',
  find: (of) => {
    const { published, ahead } = of;
    const past = published?.report.ahead;
    if (published === null || past === undefined) return [];
    const until = nextSessions(published.report.session).at(-1) ?? published.report.session;
    const common = (events: readonly EventAhead[]) =>
      Map.groupBy(
        events.filter(({ date, major }) => major && date > of.header.session && date <= until),
        idOf,
      );
    const [then, now] = [common(past), common(ahead)];
    const later = (id: string, events: readonly EventAhead[]) => events.find((event) => idOf(event) === id);
    return [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((id): Difference[] => {
      const [before, after] = [then.get(id)?.[0], now.get(id)?.[0]];
      const event = (before ?? after)!;
      const [was, is] = [before?.date ?? null, after?.date ?? later(id, ahead)?.date ?? null];
      if (was === is) return [];
      // One that was not listed may have moved here from beyond what was listed.
      const asked = was === null ? published.report.sources : of.header.provenance;
      const other = was === null ? of.header.provenance : published.report.sources;
      const isComparable = (was !== null && is !== null) || hasAll(event.kind, asked, other);
      return isComparable ? [{ ids: [id], before: [was], now: [is] }] : [];
    });
  },
  say: ({ ids: [id = ''], before: [was], now: [is] }) => {
    const [, kind = '', name = ''] = /^event:([^:]+):(.+)$/.exec(id) ?? [];
    const event = eventsInWords(kind as EventKind, [name]);
    if (typeof was !== 'string') return say`New in the calendar: ${event}, ${formatNearDate(String(is))}.`;
    if (typeof is !== 'string') return say`No longer in the calendar: ${event}, ${formatNearDate(was)}.`;
    return say`Moved in the calendar: ${event}, from ${formatNearDate(was)} to ${formatNearDate(is)}.`;
  },
};

type Asked = readonly Pick<Provenance, 'key' | 'status'>[];

/** Whether the one has every calendar of this kind that the other has. */
function hasAll(kind: EventKind, one: Asked, other: Asked): boolean {
  const atHand = (sources: Asked): string[] =>
    (calendars[kind] ?? []).filter((key) =>
      sources.some((source) => source.key === key && source.status !== 'missing'),
    );
  const there = atHand(one);
  return atHand(other).every((key) => there.includes(key));
}
