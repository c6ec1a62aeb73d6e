import { daysToElection } from '../../calendar/elections.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';

/** `election.days`: calendar days to the next federal general election; 0 on its day. */
export function election({ session }: SessionView, book: FigureBook): void {
  book.add('election.days', daysToElection(session), {
    unit: 'days',
    method: 'election',
    asOf: session,
    inputs: [],
    sources: ['calendar'],
  });
}
