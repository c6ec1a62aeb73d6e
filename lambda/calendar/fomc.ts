import { newYorkInstant } from './new-york.ts';

/** One scheduled meeting of the Federal Open Market Committee; the statement comes on its last day. */
export interface FomcMeeting {
  readonly from: string;
  readonly to: string;
}

/** New York time of the statement. */
export const statementTime = '14:00';

const meeting = (from: string, to: string): FomcMeeting => ({ from, to });

/** The Federal Reserve Board's calendars of 2026 and 2027, and the first meeting of 2028. */
export const fomcMeetings: readonly FomcMeeting[] = [
  meeting('2026-01-27', '2026-01-28'),
  meeting('2026-03-17', '2026-03-18'),
  meeting('2026-04-28', '2026-04-29'),
  meeting('2026-06-16', '2026-06-17'),
  meeting('2026-07-28', '2026-07-29'),
  meeting('2026-09-15', '2026-09-16'),
  meeting('2026-10-27', '2026-10-28'),
  meeting('2026-12-08', '2026-12-09'),
  meeting('2027-01-26', '2027-01-27'),
  meeting('2027-03-16', '2027-03-17'),
  meeting('2027-04-27', '2027-04-28'),
  meeting('2027-06-08', '2027-06-09'),
  meeting('2027-07-27', '2027-07-28'),
  meeting('2027-09-14', '2027-09-15'),
  meeting('2027-10-26', '2027-10-27'),
  meeting('2027-12-07', '2027-12-08'),
  meeting('2028-01-25', '2028-01-26'),
];

/** Days before the first known meeting on which it can be called the next: no meeting lies between. */
const knownFrom = '2026-01-01';

/**
 * The first meeting whose statement comes after a date; null where the table does not reach: a meeting that is
 * not in it may lie between.
 */
export function nextMeeting(date: string): FomcMeeting | null {
  return date < knownFrom ? null : (fomcMeetings.find(({ to }) => to > date) ?? null);
}

/** The instant of a meeting's statement, ISO 8601 UTC. */
export const statementAt = ({ to }: FomcMeeting): string => newYorkInstant(to, statementTime);
