import { nextFomcMeeting } from '../../calendar/fomc.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';

/** `macro.fomc.next`: the last day of the next scheduled meeting, as the published schedule has it. */
export function fedMeeting(view: SessionView, book: FigureBook): void {
  book.add('macro.fomc.next', nextFomcMeeting(view.session), {
    unit: 'date',
    method: 'meeting schedule',
    asOf: view.session,
    inputs: [],
    source: 'Federal Reserve schedule',
    reason: `the schedule kept here does not cover ${view.session}`,
  });
}
