import { held } from './fomc-held.ts';

/**
 * Days on which a scheduled meeting of the Federal Open Market Committee ends and its statement is due, 14:00 New
 * York time. As published by the Federal Reserve Board, which gives the coming years' dates well ahead and calls them
 * tentative until the meeting before. Unscheduled meetings are not here: they were not known the evening before.
 */
const decisions: readonly string[] = [
  ...['2024-01-31', '2024-03-20', '2024-05-01', '2024-06-12'],
  ...['2024-07-31', '2024-09-18', '2024-11-07', '2024-12-18'],
  ...['2025-01-29', '2025-03-19', '2025-05-07', '2025-06-18'],
  ...['2025-07-30', '2025-09-17', '2025-10-29', '2025-12-10'],
  ...['2026-01-28', '2026-03-18', '2026-04-29', '2026-06-17'],
  ...['2026-07-29', '2026-09-16', '2026-10-28', '2026-12-09'],
  ...['2027-01-27', '2027-03-17', '2027-04-28', '2027-06-09'],
  ...['2027-07-28', '2027-09-15', '2027-10-27', '2027-12-08'],
  '2028-01-26',
];

/** New York time of the statement. */
export const fomcTime = '14:00';

/** What was ahead is said from this day on: each later decision came out at that time, earlier ones at 12:30 or 14:15. */
const tellsFrom = '2013-01-30';

/** A meeting that was scheduled and not held: the Committee met on Sunday 15 March 2020 in its place. */
const cancelled = { decision: '2020-03-18', on: '2020-03-15' };

/** Every decision that was scheduled, as the schedule of a day had it: the Board gives a year's dates before that begins. */
const scheduledAsOf = (day: string): readonly string[] => (day < cancelled.on ? withCancelled : all);

/** Days of the scheduled decisions that were ahead on one date, up to another; none before 30 January 2013. */
export const fomcMeetings = (after: string, until: string): readonly string[] =>
  after < tellsFrom ? [] : scheduledAsOf(after).filter((decision) => decision > after && decision <= until);

/** The last day, the day of the decision, of the first scheduled meeting after a date; null where the table does not reach, before 30 January 2013 or past its end. */
export function nextFomcMeeting(date: string): string | null {
  if (date < tellsFrom) return null;
  return scheduledAsOf(date).find((decision) => decision > date) ?? null;
}

/** Days from one date to another, both included, on which a scheduled decision came out; from 2010 on. */
export const heldMeetings = (from: string, through: string): readonly string[] =>
  all.filter((decision) => decision >= from && decision <= through);

const all: readonly string[] = [...held, ...decisions];
const withCancelled = [...all, cancelled.decision].toSorted();
const days: ReadonlySet<string> = new Set(all);

/** Whether a scheduled decision came out on a day; from 2010 on. */
export const isDecisionDay = (date: string): boolean => days.has(date);

/** The newest scheduled decision on or before a date; null before 2010. */
export const newestDecision = (date: string): string | null =>
  all.findLast((decision) => decision <= date) ?? null;
