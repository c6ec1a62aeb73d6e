import { addDays, civil, nthWeekday, weekday } from './civil.ts';

export interface EarlyClose {
  /** New York time `HH:MM`. */
  readonly time: string;
  readonly reason: string;
}

/** Early closes that no rule foretells. */
const unscheduled: readonly (readonly [date: string, early: EarlyClose])[] = [
  ['1997-12-26', { time: '13:00', reason: 'the day after Christmas' }],
  ['1999-12-31', { time: '13:00', reason: "New Year's Eve before 2000" }],
  ['2003-12-26', { time: '13:00', reason: 'the day after Christmas' }],
];

/**
 * Early closes of a year. A date that is no session at all in that year may be among them (24 December on a
 * Friday is Christmas, observed): the sessions decide.
 */
export function earlyClosesOf(year: number): ReadonlyMap<string, EarlyClose> {
  const early = new Map(unscheduled.filter(([date]) => date.startsWith(`${year}-`)));
  // Two o'clock until 1992, one o'clock since.
  const time = year <= 1992 ? '14:00' : '13:00';

  if (year >= 1992)
    early.set(addDays(nthWeekday(year, 11, 4, 4), 1), { time, reason: 'the day after Thanksgiving' });

  const christmasEve = civil(year, 12, 24);
  if (weekday(christmasEve) <= 4) early.set(christmasEve, { time, reason: 'Christmas Eve' });

  const july3 = civil(year, 7, 3);
  const eve = weekday(july3);
  const wednesdaySince = 2013;
  if (year >= 1995 && eve <= 4 && (eve !== 3 || year >= wednesdaySince))
    early.set(july3, { time, reason: 'the day before Independence Day' });
  // Before 2013 a Thursday holiday gave the Friday after it away, not the Wednesday before.
  if (year >= 1995 && eve === 3 && year < wednesdaySince)
    early.set(civil(year, 7, 5), { time, reason: 'the day after Independence Day' });

  return early;
}
