import { eventsInWords, hourInWords } from '../../../calendar/event-names.ts';
import type { EventKind, ScheduledEvent } from '../../../calendar/events.ts';
import type { Cell, Table } from '../../../report/schema.ts';
import { formatNearDate } from '../../words/date.ts';
import { sourceInWords } from './source-words.ts';

/** Events of one day, hour, kind and source: one row of the table. */
interface Group extends Pick<ScheduledEvent, 'date' | 'when' | 'kind' | 'source' | 'standing' | 'seen'> {
  readonly names: string[];
}

/** Kinds of days whose average move is computed, by the figures' middle name. */
const measured: Readonly<Partial<Record<EventKind, string>>> = { decision: 'fomc', 'early close': 'early' };

/** Whether any of the events is of a kind whose average move is computed. */
export const anyMeasured = (events: readonly ScheduledEvent[]): boolean =>
  events.some(({ kind }) => measured[kind] !== undefined);

/** The table's columns; those of average moves only where they have something to say. */
export const eventColumns = (events: readonly ScheduledEvent[]): Table['columns'] => [
  { label: 'New York', align: 'start' },
  { label: 'Event', align: 'start' },
  { label: 'Source', align: 'start' },
  ...(anyMeasured(events)
    ? [
        { label: 'Average move', align: 'end' } as const,
        { label: 'Error', align: 'end' } as const,
        { label: 'Days', align: 'end' } as const,
      ]
    : []),
];

/** The table's rows in the order of the events, what happens at one hour by one source in one row. */
export function eventRows(events: readonly ScheduledEvent[]): Table['rows'] {
  const withMoves = anyMeasured(events);
  const groups = new Map<string, Group>();
  for (const event of events) {
    const { date, when, kind, name } = event;
    const key = [date, when, kind, sourceInWords(event)].join(' ');
    const group = groups.get(key) ?? { ...event, names: [] };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()].map((group, i, all) => {
    const { date, when, kind, names } = group;
    const days = measured[kind];
    const figure = (of: string): Cell =>
      days === undefined ? { text: '' } : { figure: `calendar.${days}.${of}` };
    return {
      // A day is named once, at the first of its rows.
      label: date === all[i - 1]?.date ? '' : formatNearDate(date),
      cells: [
        { text: hourInWords(when) },
        { text: eventsInWords(kind, names) },
        { text: sourceInWords(group) },
        ...(withMoves ? [figure('move'), figure('error'), figure('n')] : []),
      ],
    };
  });
}
