import { addDays, endOfMonth, startOfMonth, startOfQuarter, weekday } from '../../calendar/civil.ts';

/** Days between the ends of two quarters, at least. */
const quarter = 89;

/** The last day of a month, or its last Monday to Friday. */
function isMonthEnd(date: string): boolean {
  const end = endOfMonth(date);
  const lastWeekday = weekday(end) <= 5 ? end : addDays(end, 5 - weekday(end));
  return date === end || date === lastWeekday;
}

/**
 * Periods by their first day, as FRED stamps them: where every date is the end of a month, it means the month,
 * and where they are a quarter apart, for the quarter. Other dates are left.
 */
export function byFirstDay(dates: readonly string[]): readonly string[] {
  if (!dates.every(isMonthEnd)) return dates;
  const apart = (i: number) => (Date.parse(dates[i]!) - Date.parse(dates[i - 1]!)) / 86_400_000;
  const isQuarterly = dates.length > 1 && dates.every((_, i) => i === 0 || apart(i) >= quarter);
  return dates.map(isQuarterly ? startOfQuarter : startOfMonth);
}
