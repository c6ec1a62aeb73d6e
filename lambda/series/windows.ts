import { addDays, addMonths, civil, monthOf, yearOf } from '../calendar/civil.ts';
import { lastOnOrBefore } from './position.ts';

/** The windows of returns, shortest first as the performance table shows them. `d` counts sessions. */
export const windows = ['1d', '5d', '21d', '63d', '1m', '3m', '6m', 'mtd', 'qtd', 'ytd', '1y'] as const;
export type Window = (typeof windows)[number];

const sessionsIn: Partial<Record<Window, number>> = { '1d': 1, '5d': 5, '21d': 21, '63d': 63 };
const monthsIn: Partial<Record<Window, number>> = { '1m': 1, '3m': 3, '6m': 6, '1y': 12 };

/** First day of the month, quarter or year that holds `date`. */
function periodStart(date: string, window: Window): string {
  const year = yearOf(date);
  const month = monthOf(date);
  if (window === 'mtd') return civil(year, month, 1);
  if (window === 'qtd') return civil(year, month - ((month - 1) % 3), 1);
  return civil(year, 1, 1);
}

/**
 * Index of the session that a window ending at `sessions[end]` starts from: the base of its return. Sessions are
 * the series' own. -1 when the series does not reach back that far: a window is never shortened.
 *
 * `Nd`: n sessions back. `1m 3m 6m 1y`: the last session on or before the same day that many months earlier,
 * clamped to the month's end. `mtd qtd ytd`: the last session before the period.
 */
export function windowStart(sessions: readonly string[], end: number, window: Window): number {
  const count = sessionsIn[window];
  if (count !== undefined) return Math.max(end - count, -1);
  const date = sessions[end]!;
  const months = monthsIn[window];
  const base = months === undefined ? addDays(periodStart(date, window), -1) : addMonths(date, -months);
  return lastOnOrBefore(sessions, base);
}
