import { civil, daysInMonth, monthNames, weekday } from '../calendar/civil.ts';
import { isSession, whyClosed } from '../calendar/nyse.ts';
import type { SessionLine } from './day.ts';

/** One weekday of a calendar. */
export type CalendarCell =
  | { readonly kind: 'outside' }
  /** No session, and why. */
  | { readonly kind: 'closed'; readonly date: string; readonly why: string }
  /** A session that the archive has no briefing of. */
  | { readonly kind: 'without'; readonly date: string }
  /** After the newest briefing. */
  | { readonly kind: 'ahead'; readonly date: string }
  | { readonly kind: 'day'; readonly day: SessionLine };

export interface Month {
  readonly name: string;
  /** Monday to Friday, a row each. */
  readonly weeks: readonly (readonly CalendarCell[])[];
}

/**
 * The twelve months of a year, Monday to Friday.
 * @param newest the newest session of the archive: later dates are ahead
 */
export function yearCalendar(year: string, days: readonly SessionLine[], newest: string): readonly Month[] {
  const known = new Map(days.map((one) => [one.session, one]));
  return monthNames.map((name, at) => ({ name, weeks: weeksOf(Number(year), at + 1, known, newest) }));
}

function weeksOf(
  year: number,
  month: number,
  known: ReadonlyMap<string, SessionLine>,
  newest: string,
): readonly (readonly CalendarCell[])[] {
  const weeks: CalendarCell[][] = [];
  for (let of = 1; of <= daysInMonth(year, month); of += 1) {
    const date = civil(year, month, of);
    const at = weekday(date);
    if (at > 5) continue;
    if (weeks.length === 0 || at === 1) weeks.push(empty());
    weeks.at(-1)![at - 1] = cellOf(date, known.get(date), newest);
  }
  return weeks;
}

const empty = (): CalendarCell[] => Array.from({ length: 5 }, () => ({ kind: 'outside' }));

function cellOf(date: string, day: SessionLine | undefined, newest: string): CalendarCell {
  if (day !== undefined) return { kind: 'day', day };
  if (!isSession(date)) return { kind: 'closed', date, why: whyClosed(date) ?? 'the exchange is closed' };
  return date > newest ? { kind: 'ahead', date } : { kind: 'without', date };
}
