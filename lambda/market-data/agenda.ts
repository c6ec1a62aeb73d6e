import { inOrder, type ScheduledEvent } from '../calendar/events.ts';
import { scheduledBetween } from '../calendar/scheduled.ts';
import type { SessionView } from './session-view.ts';

/**
 * What is ahead of a session up to a date: the tables kept here, and what the calendars announced that were collected.
 * Companies go by their names, and one that reports for two of its shares reports once. Where the Board's own calendar
 * is there, its decisions count in place of the table's.
 */
export function agenda({ panel, edition, session }: SessionView, until: string): readonly ScheduledEvent[] {
  const company = (symbol: string): string =>
    edition.symbols.find((spec) => spec.symbol === symbol || spec.alternates?.includes(symbol))?.name ??
    symbol;
  const foretold = panel.events
    .filter(({ date }) => date > session && date <= until)
    .map((event) => (event.kind === 'earnings' ? { ...event, name: company(event.name) } : event));
  const once = new Map(foretold.map((event) => [`${event.date} ${event.kind} ${event.name}`, event]));
  const board = panel.provenance.get('events:fed');
  const toldByBoard = ({ date, kind }: ScheduledEvent): boolean =>
    kind === 'decision' && board !== undefined && date >= board.first && date <= board.last;
  const kept = scheduledBetween(session, until, edition.reconstitution);
  const isTold = panel.events.some(({ kind }) => kind === 'decision');
  return inOrder([...(isTold ? kept.filter((event) => !toldByBoard(event)) : kept), ...once.values()]);
}
