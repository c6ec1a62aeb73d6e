import { dateOfDayNumber, dayNumber, lastWeekday, nthWeekday, yearOf } from './civil.ts';

/**
 * New York's clock by rule. Daylight saving time since 2007: second Sunday of March to first Sunday of November
 * (Energy Policy Act of 2005); 1987 to 2006: first Sunday of April to last Sunday of October.
 */

/** The dates on which New York's clocks go forward and back, both at 02:00. @throws RangeError before 1987 */
export function daylightSaving(year: number): { readonly start: string; readonly end: string } {
  if (year < 1987)
    throw new RangeError(`New York's daylight saving rule is known here from 1987, not ${year}`);
  return year >= 2007
    ? { start: nthWeekday(year, 3, 7, 2), end: nthWeekday(year, 11, 7, 1) }
    : { start: nthWeekday(year, 4, 7, 1), end: lastWeekday(year, 10, 7) };
}

/** Hours that New York is behind UTC at daytime (after 03:00) of a date: 4 or 5. */
export function hoursBehindUtc(date: string): 4 | 5 {
  const { start, end } = daylightSaving(yearOf(date));
  return date >= start && date < end ? 4 : 5;
}

/** The UTC instant, ISO 8601, of a New York time `HH:MM` (03:00 or later) on a date. */
export function newYorkInstant(date: string, time: string): string {
  const [hour, minute] = [Number(time.slice(0, 2)), time.slice(3, 5)];
  const utc = hour + hoursBehindUtc(date);
  const day = utc < 24 ? date : dateOfDayNumber(dayNumber(date) + 1);
  return `${day}T${String(utc % 24).padStart(2, '0')}:${minute}:00Z`;
}

/**
 * Orders instants (ISO 8601), the earlier first. As text they are ordered only where all have the same precision:
 * `01:15:00.000Z` sorts before `01:15:00Z`, which is the same instant.
 */
export const compareInstants = (a: string, b: string): number => Date.parse(a) - Date.parse(b);

/** The date in New York at a UTC instant (ISO 8601). */
export function newYorkDate(instant: string): string {
  const seconds = Date.parse(instant) / 1000;
  if (Number.isNaN(seconds))
    throw new RangeError(`${instant} is not an instant of the form 2025-12-31T22:00:00Z`);
  const standard = dateOfDayNumber(Math.floor((seconds - 5 * 3600) / 86400));
  // Only the hour before midnight differs between the clocks, and it never falls on a night of change.
  return dateOfDayNumber(Math.floor((seconds - hoursBehindUtc(standard) * 3600) / 86400));
}

/** New York's date and time `HH:MM` at a UTC instant (ISO 8601), from 03:00 on. @throws RangeError when it is none */
export function newYorkClock(instant: string): {
  readonly date: string;
  readonly time: `${number}:${number}`;
} {
  const date = newYorkDate(instant);
  const minutes = Math.floor(Date.parse(instant) / 60_000) - hoursBehindUtc(date) * 60;
  const [hour, minute] = [Math.floor((minutes % 1440) / 60), minutes % 60];
  return { date, time: clockTime(hour, minute) };
}

/** `8`, `30` as `08:30`. */
export const clockTime = (hour: number, minute: number): `${number}:${number}` =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as `${number}:${number}`;
