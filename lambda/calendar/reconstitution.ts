import { nthWeekday, yearOf } from './civil.ts';

const friday = 5;

/** Before this year the day in June followed another rule in some years: the last Friday. */
const tellsFrom = 2010;
/** The first year with a second reconstitution. */
const twiceFrom = 2026;

/**
 * Days after whose close the Russell US indices are reconstituted, so that funds on the Russell 2000 trade their
 * changes at that close: the fourth Friday of June and, from 2026 on, the second Friday of November.
 * Source: FTSE Russell, "Russell US Indexes move to semi-annual reconstitution", 2025, and its yearly schedules.
 *
 * @returns the days after one date up to another; none before 2010
 */
export function reconstitutions(after: string, until: string): readonly string[] {
  const days: string[] = [];
  for (let year = Math.max(tellsFrom, yearOf(after)); year <= yearOf(until); year++) {
    days.push(nthWeekday(year, 6, friday, 4));
    if (year >= twiceFrom) days.push(nthWeekday(year, 11, friday, 2));
  }
  return days.filter((day) => day > after && day <= until);
}
