import { announcedFrom } from './announced.ts';
import { addDays, weekday } from './civil.ts';
import type { ScheduledEvent } from './events.ts';
import { isFederalHoliday } from './federal-holidays.ts';
import { fomcMeetings, heldMeetings } from './fomc.ts';

/**
 * What publishers announce as a rule and not as a list of days. A rule is no calendar: its events are `usual`, and
 * `uncertain` in a week with a federal holiday, when publishers move to another day. Where the usual day is a holiday
 * itself there is no event.
 */

const thursday = 4;

/** The press conference is half an hour after the statement, since January 2019 after every scheduled meeting. */
const pressTime = '14:30';
/** The Board: minutes of scheduled meetings are released three weeks after the day of the decision, at 14:00. */
const daysToMinutes = 21;

/** Events by rule on the days after one date up to another, in no order. */
export function byRule(after: string, until: string): readonly ScheduledEvent[] {
  const events: ScheduledEvent[] = [];
  for (
    let day = addDays(after, 1 + ((thursday + 7 - weekday(addDays(after, 1))) % 7));
    day <= until;
    day = addDays(day, 7)
  )
    events.push(...usual(day, '08:30', 'Jobless claims', 'Department of Labor'));
  for (const decision of fomcMeetings(after, until))
    events.push(...usual(decision, pressTime, 'FOMC press conference', 'Federal Reserve'));
  for (const decision of heldMeetings(addDays(after, 1 - daysToMinutes), addDays(until, -daysToMinutes)))
    events.push(...usual(addDays(decision, daysToMinutes), '14:00', 'FOMC minutes', 'Federal Reserve'));
  return events;
}

/** One event of a usual day; none where the offices are closed on it. */
function usual(date: string, when: `${number}:${number}`, name: string, source: string): ScheduledEvent[] {
  if (isFederalHoliday(date)) return [];
  const standing = isHolidayWeek(date) ? 'uncertain' : 'usual';
  return [{ date, when, kind: 'release', name, standing, source, major: false, seen: announcedFrom }];
}

/** Whether a federal holiday falls on a weekday of the date's week, Christmas Eve and New Year's Eve counted as such. */
function isHolidayWeek(date: string): boolean {
  const monday = addDays(date, 1 - weekday(date));
  return [0, 1, 2, 3, 4].some((days) => {
    const day = addDays(monday, days);
    return isFederalHoliday(day) || /-12-(24|31)$/.test(day);
  });
}
