import { addDays } from '../../calendar/civil.ts';
import { eventWithHour } from '../../calendar/event-names.ts';
import type { EventKind } from '../../calendar/events.ts';
import { agenda } from '../../market-data/agenda.ts';
import type { Basis } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { absent, write } from '../write.ts';

/** How far ahead the calendars are searched, in days: the FOMC meets at least every other month. */
const horizon = 120;

/** The payloads that may hold a calendar of what is ahead. */
const calendars = ['events:releases', 'events:earnings'];

/** Those that end with a year, or with what was announced: past their last day they know of nothing. */
const ending = ['events:bls', 'events:bea', 'events:fed', 'events:schedule'];

const isPause = (kind: EventKind): boolean => kind === 'closure' || kind === 'early close';

/**
 * What the calendars know to come next of what markets wait for, `event.next.date` and `event.next.name`: a decision of
 * the FOMC, jobs, consumer prices, a reconstitution of the edition's indices, a large company's earnings. A closed or short
 * day is no event: nothing is decided on it. Its inputs name the calendars that were at hand; a kind of event whose calendar is not among them may come
 * sooner.
 */
export function nextEvent(view: SessionView, book: FigureBook): void {
  const { session, panel } = view;
  const next = agenda(view, addDays(session, horizon)).find(({ major, kind }) => major && !isPause(kind));
  const isThere = (key: string) => (panel.provenance.get(key)?.status ?? 'missing') !== 'missing';
  const reaches = (key: string) => next !== undefined && (panel.provenance.get(key)?.last ?? '') >= next.date;
  const there = [...calendars.filter(isThere), ...ending.filter((key) => isThere(key) && reaches(key))];
  const basis: Basis = {
    asOf: session,
    sources: [next?.source ?? 'calendar'],
    inputs: there,
    status: 'fresh',
  };
  const kind = { unit: 'date', method: 'next event' } as const;
  const nothing = absent({ code: 'nothing-scheduled' });
  write(book, 'event.next.date', kind, basis, () => next?.date ?? nothing);
  write(book, 'event.next.name', { ...kind, unit: 'word' }, basis, () =>
    next === undefined ? nothing : eventWithHour(next),
  );
}
