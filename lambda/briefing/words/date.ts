import { monthNames as months } from '../../calendar/civil.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function parts(date: string): { year: string; month: string; day: number; weekday: string } {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  const at = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  if (match === null || Number.isNaN(at)) throw new RangeError(`${date} is not a date YYYY-MM-DD`);
  return {
    year: match[1] ?? '',
    month: months[Number(match[2]) - 1] ?? '',
    day: Number(match[3]),
    weekday: weekdays[new Date(at).getUTCDay()] ?? '',
  };
}

/** `2025-12-31` as `Wed Dec 31, 2025`, as the readers of American markets write dates. @throws RangeError when it is not a date */
export function formatDate(date: string): string {
  const { weekday, day, month, year } = parts(date);
  return `${weekday} ${month.slice(0, 3)} ${day}, ${year}`;
}

/** `2025-12-31` as `December 31`, for a date whose year is plain from its surroundings. */
export function formatDay(date: string): string {
  const { day, month } = parts(date);
  return `${month} ${day}`;
}

/** `2025-12-31` as `Wed Dec 31`, for the strip of key figures: a date near enough to need no year. */
export function formatNearDate(date: string): string {
  const { weekday, day, month } = parts(date);
  return `${weekday} ${month.slice(0, 3)} ${day}`;
}

/** `2025-12-31` as `Dec 31, 2025`, for tables. */
export function formatShortDate(date: string): string {
  const { day, month, year } = parts(date);
  return `${month.slice(0, 3)} ${day}, ${year}`;
}

/** `2025-12-31` as `Dec 31`, over a column of a chart and for a day of the coming week. */
export function formatShortDay(date: string): string {
  const { day, month } = parts(date);
  return `${month.slice(0, 3)}\u202f${day}`;
}

/** `2025-11-01` as `November`, for sentences that have named the year or need none. */
export function formatMonthName(date: string): string {
  return parts(date).month;
}

/** `2025-11-01` as `Nov 2025`: the period of a monthly observation. */
export function formatMonth(date: string): string {
  const { month, year } = parts(date);
  return `${month.slice(0, 3)} ${year}`;
}

/** `2025-11-01` as `November 2025`, for a sentence. */
export function formatWholeMonth(date: string): string {
  const { month, year } = parts(date);
  return `${month} ${year}`;
}

/** `2025-07-01` as `Q3 2025`: the period of a quarterly observation. */
export function formatQuarter(date: string): string {
  const { month, year } = parts(date);
  return `Q${Math.floor(months.indexOf(month) / 3) + 1} ${year}`;
}

/** `2025-12-31T22:50:00.000Z` as `Dec 31, 2025, 22:50 UTC`. */
export function formatInstant(instant: string): string {
  return `${formatShortDate(instant)}, ${formatTime(instant)} UTC`;
}

/** The hour and minute of `2025-12-31T22:50:00.000Z`: `22:50`. */
export function formatTime(instant: string): string {
  const time = /T(\d{2}:\d{2})/.exec(instant)?.[1];
  if (time === undefined) throw new RangeError(`${instant} is not an instant`);
  return time;
}
