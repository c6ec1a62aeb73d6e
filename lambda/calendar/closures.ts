import { addDays, civil, lastWeekday, nthWeekday, weekday, yearOf } from './civil.ts';
import { easter } from './easter.ts';

/** A day of the year on which the exchange does not trade, and since when. */
interface Holiday {
  readonly name: string;
  readonly since: number;
  /** The date on which it falls in a year. */
  readonly on: (year: number) => string;
  /** Where the exchange moves it when it falls on a weekend. */
  readonly observed: 'as it falls' | 'nearest weekday' | 'Monday after Sunday';
}

/** NYSE Rule 7.2. New Year's Day is not made up for on a Friday: that would close the books' last day. */
const holidays: readonly Holiday[] = [
  { name: "New Year's Day", since: 1990, on: (y) => civil(y, 1, 1), observed: 'Monday after Sunday' },
  {
    name: 'Martin Luther King Jr. Day',
    since: 1998,
    on: (y) => nthWeekday(y, 1, 1, 3),
    observed: 'as it falls',
  },
  { name: "Washington's Birthday", since: 1990, on: (y) => nthWeekday(y, 2, 1, 3), observed: 'as it falls' },
  { name: 'Good Friday', since: 1990, on: (y) => addDays(easter(y), -2), observed: 'as it falls' },
  { name: 'Memorial Day', since: 1990, on: (y) => lastWeekday(y, 5, 1), observed: 'as it falls' },
  { name: 'Juneteenth', since: 2022, on: (y) => civil(y, 6, 19), observed: 'nearest weekday' },
  { name: 'Independence Day', since: 1990, on: (y) => civil(y, 7, 4), observed: 'nearest weekday' },
  { name: 'Labor Day', since: 1990, on: (y) => nthWeekday(y, 9, 1, 1), observed: 'as it falls' },
  { name: 'Thanksgiving Day', since: 1990, on: (y) => nthWeekday(y, 11, 4, 4), observed: 'as it falls' },
  { name: 'Christmas Day', since: 1990, on: (y) => civil(y, 12, 25), observed: 'nearest weekday' },
];

/** A day on which the exchange does not trade. */
export interface Closure {
  /** Weekends and holidays are in the exchange's calendar beforehand; a hurricane, an attack, a day of mourning are not. */
  readonly kind: 'weekend' | 'holiday' | 'unscheduled';
  /** `Thanksgiving Day`, `a Saturday`, `the day of mourning for President Carter`. */
  readonly name: string;
  /** The holiday falls on a weekend and is made up for on this day. */
  readonly isObserved?: boolean;
}

/** A closure in words, as in "2027-07-05 is Independence Day (observed)". */
export const closureText = ({ name, isObserved = false }: Closure): string =>
  isObserved ? `${name} (observed)` : name;

/** Closures that no rule foretells. */
const unscheduled: readonly (readonly [date: string, name: string])[] = [
  ['1994-04-27', 'the day of mourning for President Nixon'],
  ['2001-09-11', 'a day closed after the attacks of 11 September 2001'],
  ['2001-09-12', 'a day closed after the attacks of 11 September 2001'],
  ['2001-09-13', 'a day closed after the attacks of 11 September 2001'],
  ['2001-09-14', 'a day closed after the attacks of 11 September 2001'],
  ['2004-06-11', 'the day of mourning for President Reagan'],
  ['2007-01-02', 'the day of mourning for President Ford'],
  ['2012-10-29', 'a day closed for Hurricane Sandy'],
  ['2012-10-30', 'a day closed for Hurricane Sandy'],
  ['2018-12-05', 'the day of mourning for President George H. W. Bush'],
  ['2025-01-09', 'the day of mourning for President Carter'],
];

function observedOn(holiday: Holiday, year: number): string | null {
  const date = holiday.on(year);
  const day = weekday(date);
  if (day <= 5) return date;
  if (day === 7 && holiday.observed !== 'as it falls') return addDays(date, 1);
  return day === 6 && holiday.observed === 'nearest weekday' ? addDays(date, -1) : null;
}

/** Weekdays of a year without a session. */
export function closuresOf(year: number): ReadonlyMap<string, Closure> {
  const closures = new Map<string, Closure>();
  for (const [date, name] of unscheduled)
    if (yearOf(date) === year) closures.set(date, { kind: 'unscheduled', name });
  for (const holiday of holidays) {
    if (year < holiday.since) continue;
    const date = observedOn(holiday, year);
    if (date === null) continue;
    const isObserved = date !== holiday.on(year);
    closures.set(date, { kind: 'holiday', name: holiday.name, ...(isObserved ? { isObserved } : {}) });
  }
  return closures;
}
