import {
  addDays,
  civil,
  dateOfDayNumber,
  dayNumber,
  dayNumberOf,
  lastWeekday,
  nthWeekday,
  weekday,
  weekdayOfDayNumber,
  yearOf,
} from './civil.ts';

/** Federal holidays with a fixed day, and the year in which each first counted. 5 U.S.C. 6103. */
const fixed = [
  { month: 1, day: 1, since: 1871 },
  { month: 6, day: 19, since: 2021 },
  { month: 7, day: 4, since: 1871 },
  { month: 11, day: 11, since: 1978 },
  { month: 12, day: 25, since: 1871 },
] as const;

/** The day off for a holiday on a weekend: the Friday before a Saturday, the Monday after a Sunday. E.O. 11582. */
function observed(date: string): string {
  const day = weekday(date);
  return day === 6 ? addDays(date, -1) : day === 7 ? addDays(date, 1) : date;
}

function holidaysOf(year: number): string[] {
  return [
    ...fixed.filter(({ since }) => year >= since).map(({ month, day }) => observed(civil(year, month, day))),
    ...(year >= 1986 ? [nthWeekday(year, 1, 1, 3)] : []),
    nthWeekday(year, 2, 1, 3),
    lastWeekday(year, 5, 1),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 10, 1, 2),
    nthWeekday(year, 11, 4, 4),
  ];
}

const byYear = new Map<number, ReadonlySet<string>>();

function inYear(year: number): ReadonlySet<string> {
  let holidays = byYear.get(year);
  if (holidays === undefined) {
    // New Year's Day on a Saturday is observed in the year before.
    holidays = new Set([...holidaysOf(year), ...holidaysOf(year + 1)]);
    byYear.set(year, holidays);
  }
  return holidays;
}

/** Whether federal offices, and with them the publishers of daily rates, have a day off. */
export const isFederalHoliday = (date: string): boolean => inYear(yearOf(date)).has(date);

/** A Monday to Friday that is no federal holiday, as observed. */
export const isBusinessDay = (date: string): boolean => weekday(date) <= 5 && !isFederalHoliday(date);

/** The years of which the newest business day of any day is kept: daily series are asked for it on every session. */
const kept = { from: dayNumberOf(1960, 1, 1), to: dayNumberOf(2041, 1, 1) } as const;
let newestOfDay: Int32Array | undefined;

function newestTable(): Int32Array {
  const table = new Int32Array(kept.to - kept.from);
  let newest = dayNumber(newestByRule(dateOfDayNumber(kept.from)));
  for (let day = kept.from; day < kept.to; day++) {
    if (weekdayOfDayNumber(day) <= 5 && !isFederalHoliday(dateOfDayNumber(day))) newest = day;
    table[day - kept.from] = newest;
  }
  return table;
}

function newestByRule(date: string): string {
  let day = date;
  while (!isBusinessDay(day)) day = addDays(day, -1);
  return day;
}

/** The newest business day on or before a day, both as days since 1970-01-01. */
export function newestBusinessDayNumber(day: number): number {
  if (day < kept.from || day >= kept.to) return dayNumber(newestByRule(dateOfDayNumber(day)));
  newestOfDay ??= newestTable();
  return newestOfDay[day - kept.from]!;
}

export function newestBusinessDay(date: string): string {
  const day = dayNumber(date);
  const newest = newestBusinessDayNumber(day);
  return newest === day ? date : dateOfDayNumber(newest);
}

export function nextBusinessDay(date: string): string {
  let day = addDays(date, 1);
  while (newestBusinessDay(day) !== day) day = addDays(day, 1);
  return day;
}
