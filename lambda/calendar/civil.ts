/**
 * Civil dates as `YYYY-MM-DD` strings: days without a time or a zone. Strings of this form sort as the dates do.
 * A text that is no such date is a mistake of the caller: RangeError.
 */

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Names by ISO weekday number: index 1 is Monday. */
export const weekdayNames = [
  '',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** Days from 1970-01-01 to a proleptic Gregorian date. H. Hinnant, "chrono-compatible low-level date algorithms". */
export function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The date that lies a given number of days after 1970-01-01 (before it, when negative). */
export function dateOfDayNumber(dayNumber: number): string {
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return civil(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** A date from its parts, which must be those of a real day. */
export function civil(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Days in a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The whole number written by some digits of a text; NaN when one of them is none. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether a text is a real date written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return hasForm(text) && isDay(yearOf(text), monthOf(text), dayOf(text));
}

const dash = 0x2d;

const hasForm = (text: string): boolean =>
  text.length === 10 && text.charCodeAt(4) === dash && text.charCodeAt(7) === dash;

const isDay = (year: number, month: number, day: number): boolean =>
  year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

export const yearOf = (date: string): number => digits(date, 0, 4);
/** Month of the year, from 1. */
export const monthOf = (date: string): number => digits(date, 5, 7);
/** Day of the month, from 1. */
export const dayOf = (date: string): number => digits(date, 8, 10);

/** Days from 1970-01-01 to a date. @throws RangeError when the text is no date */
export function dayNumber(date: string): number {
  const year = yearOf(date);
  const month = monthOf(date);
  const day = dayOf(date);
  if (!hasForm(date) || !isDay(year, month, day))
    throw new RangeError(`${date} is not a date of the form YYYY-MM-DD`);
  return dayNumberOf(year, month, day);
}

/** The date a given number of days later (earlier, when negative). */
export const addDays = (date: string, days: number): string => dateOfDayNumber(dayNumber(date) + days);

/** Days from one date to another; negative when `to` is the earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** ISO weekday of a day number. 1970-01-01 was a Thursday. */
export const weekdayOfDayNumber = (dayNumber: number): Weekday =>
  (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekday = (date: string): Weekday => weekdayOfDayNumber(dayNumber(date));

export const weekdayName = (date: string): string => weekdayNames[weekday(date)];

/** The same day of the month a given number of months later, or that month's last day where it has no such day. */
export function addMonths(date: string, months: number): string {
  if (!isDate(date)) throw new RangeError(`${date} is not a date of the form YYYY-MM-DD`);
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return civil(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** The month as `YYYY-MM`: the key that monthly series are joined by. */
export const monthKey = (date: string): string => date.slice(0, 7);

export const startOfMonth = (date: string): string => `${monthKey(date)}-01`;

export const endOfMonth = (date: string): string =>
  civil(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)));

export const startOfQuarter = (date: string): string =>
  civil(yearOf(date), monthOf(date) - ((monthOf(date) - 1) % 3), 1);

export const startOfYear = (date: string): string => `${date.slice(0, 4)}-01-01`;

/** The n-th given weekday of a month, n from 1. */
export function nthWeekday(year: number, month: number, day: Weekday, n: number): string {
  const first = dayNumberOf(year, month, 1);
  return dateOfDayNumber(first + ((day - weekdayOfDayNumber(first) + 7) % 7) + 7 * (n - 1));
}

export function lastWeekday(year: number, month: number, day: Weekday): string {
  const last = dayNumberOf(year, month, daysInMonth(year, month));
  return dateOfDayNumber(last - ((weekdayOfDayNumber(last) - day + 7) % 7));
}

/** The months as English names them, January first. */
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
