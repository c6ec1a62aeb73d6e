import { addDays, addMonths, startOfMonth, startOfQuarter, startOfYear } from '../calendar/civil.ts';
import type { Axis } from './axis.ts';

/** The windows of returns. `d` counts sessions. */
export const windows = ['1d', '5d', '21d', '63d', '1m', '3m', '6m', 'mtd', 'qtd', 'ytd', '1y'] as const;
export type Window = (typeof windows)[number];

/** Sessions that each component of the rotation score is measured against: the longest past that the front page rests on. */
export const scoreWindow = 1260;

const dayBefore = (date: string): string => addDays(date, -1);

/** Sessions that the window counts back. */
const sessionsBack: Partial<Record<Window, number>> = { '1d': 1, '5d': 5, '21d': 21, '63d': 63 };

/** The date on or before which the window's first session is the last. */
const startDates: Partial<Record<Window, (session: string) => string>> = {
  '1m': (session) => addMonths(session, -1),
  '3m': (session) => addMonths(session, -3),
  '6m': (session) => addMonths(session, -6),
  '1y': (session) => addMonths(session, -12),
  mtd: (session) => dayBefore(startOfMonth(session)),
  qtd: (session) => dayBefore(startOfQuarter(session)),
  ytd: (session) => dayBefore(startOfYear(session)),
};

/**
 * Index of the session that a window ending at `session` starts from: the base of its return. `Nd`: n sessions of the
 * exchange back. `1m 3m 6m 1y`: the last session on or before the same day that many months earlier, clamped to the
 * month's end. `mtd qtd ytd`: the last one before the period. -1 when the axis does not reach back that far: a window is
 * never shortened. Source: docs/methods/README.md.
 */
export function windowStart(axis: Axis, session: string, window: Window): number {
  const back = sessionsBack[window];
  if (back !== undefined) return Math.max(axis.indexOf(session) - back, -1);
  return axis.lastOnOrBefore(startDates[window]!(session));
}
