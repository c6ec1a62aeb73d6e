import { addDays, addMonths, startOfMonth, startOfQuarter, startOfYear } from '../calendar/civil.ts';
import { lastOnOrBefore } from './position.ts';

/** The windows of returns. `d` counts sessions. */
export const windows = ['1d', '5d', '21d', '63d', '1m', '3m', '6m', 'mtd', 'qtd', 'ytd', '1y'] as const;
export type Window = (typeof windows)[number];

/** A window starts a number of sessions back, or at the last session on or before a date. */
export type WindowBase = { readonly sessions: number } | { readonly date: string };

const dayBefore = (date: string): WindowBase => ({ date: addDays(date, -1) });
const monthsBefore = (date: string, months: number): WindowBase => ({ date: addMonths(date, -months) });

const bases: Readonly<Record<Window, (session: string) => WindowBase>> = {
  '1d': () => ({ sessions: 1 }),
  '5d': () => ({ sessions: 5 }),
  '21d': () => ({ sessions: 21 }),
  '63d': () => ({ sessions: 63 }),
  '1m': (session) => monthsBefore(session, 1),
  '3m': (session) => monthsBefore(session, 3),
  '6m': (session) => monthsBefore(session, 6),
  '1y': (session) => monthsBefore(session, 12),
  mtd: (session) => dayBefore(startOfMonth(session)),
  qtd: (session) => dayBefore(startOfQuarter(session)),
  ytd: (session) => dayBefore(startOfYear(session)),
};

/**
 * Where a window that ends at `session` starts. `Nd`: n sessions back. `1m 3m 6m 1y`: the last session on or before
 * the same day that many months earlier, clamped to the month's end. `mtd qtd ytd`: the last one before the period.
 */
export const windowBase = (session: string, window: Window): WindowBase => bases[window](session);

/**
 * Row that a window ending at row `end` starts from: the base of its return. Sessions are the series' own. -1 when
 * the series does not reach back that far: a window is never shortened.
 */
export function windowStart(sessions: readonly string[], end: number, base: WindowBase): number {
  if (end < 0) return -1;
  return 'sessions' in base ? Math.max(end - base.sessions, -1) : lastOnOrBefore(sessions, base.date);
}
