import { agenda } from '../../market-data/agenda.ts';
import type { Absence, Section, Table } from '../../report/schema.ts';
import type { Context } from '../context.ts';
import { formatDate } from '../words/date.ts';
import { said, say } from '../words/sentence.ts';
import { lastAhead } from './calendar/ahead.ts';
import { absentCalendars, calendarGaps, calendarNotes } from './calendar/gaps.ts';
import { anyMeasured, eventColumns, eventRows } from './calendar/rows.ts';
import { fed } from './macro/fed.ts';
import { isCalendarWhole, sectionStatus } from './statuses.ts';

/** What is known to come in the next ten sessions, its publisher, and how far the index fund moved on such days. */
export function calendarSection(context: Context): Section {
  const { words, header } = context;
  const whole = isCalendarWhole(context);
  const next = say`Next of note${whole ? '' : ' in the calendars at hand'}: ${words.value('event.next.name')}, on ${words.value('event.next.date')}.`;
  return {
    id: 'calendar',
    title: 'Calendar',
    status: sectionStatus('calendar', context),
    ...(whole ? {} : { state: partOf(header) }),
    ...(next === null ? {} : { lead: next }),
    blocks: [ahead(context), fed(context), ...calendarGaps(context, lastAhead(context.view))],
  };
}

/** What the table has where it has not everything. */
const partOf = (header: Context['header']): string =>
  absentCalendars(header).length === 0
    ? 'not all dates are known'
    : `without ${absentCalendars(header).join(', ')}`;

function ahead(context: Context): Table | Absence {
  const { view, words, edition } = context;
  const until = lastAhead(context.view);
  const events = agenda(view, until);
  const withMoves = anyMeasured(events);
  const [id, title] = ['calendar.ahead', 'The next ten sessions'];
  if (events.length === 0)
    return {
      kind: 'absence',
      id,
      title,
      reason: `No dated event is known up to ${formatDate(until)}.`,
    };
  return {
    kind: 'table',
    id,
    title,
    subtitle: `Up to ${formatDate(until)}${withMoves ? `; average move of ${edition.underlying} on such days, up or down` : ''}`,
    columns: eventColumns(events),
    rows: eventRows(events),
    notes: [
      ...said([
        withMoves
          ? say`On all days of the last ${words.value('calendar.all.n')} sessions ${edition.underlying} moved ${words.value('calendar.all.move')} on average, up or down, with a standard error of ${words.value('calendar.all.error')}. An average within two errors of that cannot be distinguished from it.`
          : null,
      ]),
      ...calendarNotes(context),
    ],
  };
}
