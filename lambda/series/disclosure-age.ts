import { daysBetween } from '../calendar/civil.ts';
import { isCovered, sessionsAfter } from '../calendar/nyse.ts';

/**
 * Whether a newer quarter should have been filed by the session: the next one ends 92 days later, and large companies
 * have 40 days to file it, 60 at the end of their year; a week's grace.
 */
export const isLateFiling = (quarterEnd: string, session: string): boolean =>
  daysBetween(quarterEnd, session) > 92 + 60 + 7;

/** The same of a concept that is not filed of the fourth quarter of a fiscal year: one quarter more. */
export const isLateShares = (quarterEnd: string, session: string): boolean =>
  daysBetween(quarterEnd, session) > 2 * 92 + 60 + 7;

/** Whether a list of holdings is older than its publisher's habit: that of the session before, or of the one before that. */
export const isOldList = (asOf: string, session: string): boolean =>
  !isCovered(asOf) || sessionsAfter(asOf, session) > 3;
