import { nthWeekday, yearOf } from '../../calendar/civil.ts';
import { isSession, nextSession } from '../../calendar/nyse.ts';
import { days } from './days.ts';

/** Whether a session is an ex-dividend day: the third Monday of a paying month, or the session after it. */
function exDays(payments: 4 | 12): ReadonlySet<string> {
  const found = new Set<string>();
  for (let year = yearOf(days[0]!); year <= yearOf(days.at(-1)!); year++)
    for (let month = payments === 12 ? 1 : 3; month <= 12; month += 12 / payments) {
      const monday = nthWeekday(year, month, 1, 3);
      found.add(isSession(monday) ? monday : nextSession(monday));
    }
  return found;
}

const schedules = { 4: exDays(4), 12: exDays(12) };

/**
 * What each close is to be multiplied with to be adjusted for the dividends after it, up to the end of the
 * simulated calendar: a later session therefore never changes an earlier adjusted close.
 *
 * @param yieldAYear fraction of the price paid out in a year
 */
export function dividendFactors(yieldAYear: number, payments: 0 | 4 | 12): Float64Array {
  const factors = new Float64Array(days.length).fill(1);
  if (payments === 0) return factors;
  const kept = 1 - yieldAYear / payments;
  for (let day = days.length - 2; day >= 0; day--)
    factors[day] = factors[day + 1]! * (schedules[payments].has(days[day + 1]!) ? kept : 1);
  return factors;
}
