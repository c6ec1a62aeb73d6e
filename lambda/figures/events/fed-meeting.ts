import { addDays } from '../../calendar/civil.ts';
import { nextFomcMeeting } from '../../calendar/fomc.ts';
import { agenda } from '../../market-data/agenda.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';

/** Days in which there is always a scheduled meeting: they lie six to eight weeks apart. */
const horizon = 120;

/**
 * `macro.fomc.next`: the last day of the next scheduled meeting, by the same dates as the calendar's table: the Board's
 * own calendar where it is at hand, otherwise the published schedule kept here.
 */
export function fedMeeting(view: SessionView, book: FigureBook): void {
  const { session } = view;
  const listed = agenda(view, addDays(session, horizon)).find(({ kind }) => kind === 'decision');
  book.add('macro.fomc.next', listed?.date ?? nextFomcMeeting(session), {
    unit: 'date',
    method: 'meeting schedule',
    asOf: session,
    inputs: [],
    sources: ['Federal Reserve schedule'],
    reasons: [{ code: 'schedule-ends', session }],
  });
}
