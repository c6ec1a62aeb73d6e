import { nextSessions } from '../../../calendar/ahead.ts';
import { agenda } from '../../../market-data/agenda.ts';
import type { SessionView } from '../../../market-data/session-view.ts';
import type { EventAhead } from '../../../report/schema.ts';

/** The last of the sessions that a briefing looks ahead. */
export const lastAhead = ({ session }: Pick<SessionView, 'session'>): string =>
  nextSessions(session).at(-1) ?? session;

/** What is known to come up to then, as a report keeps it. */
export const eventsAhead = (view: SessionView): EventAhead[] =>
  agenda(view, lastAhead(view)).map(({ date, when, kind, name, standing, source, major, seen }) => ({
    ...{ date, when, kind, name, standing, source, major },
    ...(seen === undefined ? {} : { seen }),
  }));
