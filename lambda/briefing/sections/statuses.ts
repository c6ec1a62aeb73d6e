import type { Edition } from '../../editions/edition.ts';
import type { FigureBook } from '../../figures/book.ts';
import { worstStatus } from '../../market-data/basis.ts';
import type { Section } from '../../report/schema.ts';
import type { Header } from '../header.ts';
import { hasCalendar, knowsReleases } from './calendar/at-hand.ts';
import { macroStatus } from './macro/status.ts';

/** What the status of a section is read from: the figures, and how the calendars came. */
export interface StatusContext {
  readonly edition: Edition;
  readonly header: Pick<Header, 'provenance'>;
  readonly book: FigureBook;
}

type Status = Section['status'];

/** Whether every kind of event is known up to the next one. */
export const isCalendarWhole = ({ header, book }: StatusContext): boolean =>
  knowsReleases(book.get('event.next.date').inputs) && hasCalendar(header, 'events:earnings');

/** That of the worst calendar at hand; the tables kept here are as fresh as they can be. */
const calendarStatus = (context: StatusContext): Status =>
  isCalendarWhole(context)
    ? worstStatus(
        context.header.provenance
          .filter(({ key, status }) => key.startsWith('events:') && status !== 'missing')
          .map(({ status }) => status),
      )
    : 'stale';

const of =
  (id: (edition: Edition) => string) =>
  ({ book, edition }: StatusContext): Status =>
    book.get(id(edition)).status;

/** The status of each section that has one, by the section's id. */
const statuses = {
  rotation: of(() => 'rotation.score'),
  history: of(() => 'study.asof'),
  calls: ({ book }) => (book.word('calls.chain') === 'intact' ? 'fresh' : 'missing'),
  fund: of(({ fund }) => `return.${fund.symbol}.1d`),
  calendar: calendarStatus,
  levels: of(({ underlying }) => `expected.${underlying}.1d`),
  macro: macroStatus,
} as const satisfies Record<string, (context: StatusContext) => Status>;

export type StatusName = keyof typeof statuses;

export const sectionStatus = (id: StatusName, context: StatusContext): Status => statuses[id](context);

/** The statuses of a session's sections, by their ids, in the order in which a reader meets them. */
export const sectionStatuses = (context: StatusContext): Readonly<Record<string, Status>> =>
  Object.fromEntries(Object.entries(statuses).map(([id, status]) => [id, status(context)]));

/** What those sections are called. */
export const sectionTitles = ({ fund }: Edition): Readonly<Record<string, string>> => ({
  rotation: 'Rotation',
  history: 'History',
  calls: 'Calls',
  fund: fund.symbol,
  calendar: 'Calendar',
  levels: 'Levels and risk',
  macro: 'Macro',
});
