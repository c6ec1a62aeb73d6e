import { addDays } from '../../calendar/civil.ts';
import { isForetold } from '../../calendar/closures.ts';
import { fomcTime } from '../../calendar/fomc.ts';
import { earlyClose, isCovered, whyClosed } from '../../calendar/nyse.ts';
import type { Basis } from '../basis.ts';
import type { FigureBook } from '../book.ts';
import type { SessionView } from '../view.ts';
import { absent, write } from './write.ts';

interface Event {
  readonly date: string;
  readonly name: string;
}

/** How far ahead the exchange's calendar is searched, in days: there is a holiday in every quarter but one. */
const horizon = 120;

/**
 * What the calendars know to come next, `event.next.date` and `event.next.name`: a decision of the FOMC, an early
 * close, a holiday. Releases of data have no calendar here.
 */
export function nextEvent({ session }: SessionView, book: FigureBook): void {
  const basis: Basis = { asOf: session, source: 'calendar', inputs: [], status: 'fresh' };
  const decision = book.word('macro.fomc.next');
  const kind = { unit: 'date', method: 'next event' } as const;
  const fomc = decision === null ? [] : [{ date: decision, name: `FOMC decision, ${fomcTime}` }];
  const next = [...fomc, ...exchangeEvent(session)].sort((a, b) => (a.date < b.date ? -1 : 1))[0];
  const nothing = absent('nothing is scheduled in the calendars at hand');
  write(book, 'event.next.date', kind, basis, () => next?.date ?? nothing);
  write(book, 'event.next.name', { ...kind, unit: 'word' }, basis, () => next?.name ?? nothing);
}

/** The exchange's next holiday or early close; none past the end of its calendar. */
function exchangeEvent(session: string): Event[] {
  for (let day = 1; day <= horizon; day++) {
    const date = addDays(session, day);
    if (!isCovered(date)) break;
    const reason = whyClosed(date);
    if (reason === null) {
      const early = earlyClose(date);
      if (early !== null) return [{ date, name: `early close, ${early.time}` }];
    } else if (isForetold(reason) && !/^a S/.test(reason))
      return [{ date, name: `closed: ${reason.replaceAll("'", '’')}` }];
  }
  return [];
}
