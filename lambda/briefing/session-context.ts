import { addDays } from '../calendar/civil.ts';
import { closureOf, nextSession, previousSession } from '../calendar/nyse.ts';
import type { SessionContext } from './words/period.ts';

/** A session among its neighbours by the exchange's calendar. @throws RangeError outside the calendar */
export function sessionContext(session: string): SessionContext {
  const next = nextSession(session);
  return { session, previous: previousSession(session), next, holidayAhead: holidayBetween(session, next) };
}

function holidayBetween(session: string, next: string): string | null {
  for (let day = addDays(session, 1); day < next; day = addDays(day, 1)) {
    const closure = closureOf(day);
    if (closure?.kind === 'holiday') return closure.name;
  }
  return null;
}
