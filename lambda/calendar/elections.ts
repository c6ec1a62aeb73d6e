import { addDays, dayNumber, nthWeekday, yearOf } from './civil.ts';

/** The Tuesday after the first Monday of November: 2 U.S.C. § 7, of even years. */
const electionOf = (year: number): string => addDays(nthWeekday(year, 11, 1, 1), 1);

/** Calendar days from a date to the next federal general election of the United States; 0 on its day. */
export function daysToElection(date: string): number {
  const year = yearOf(date);
  const first = year + (year % 2);
  const next = [first, first + 2].map(electionOf).find((day) => day >= date)!;
  return dayNumber(next) - dayNumber(date);
}
