import { daysBetween } from '../../calendar/civil.ts';
import { isEarlyClose, sessionsBetween } from '../../calendar/nyse.ts';

/** Five years and more before the first session that a briefing can be asked for, so that its windows are covered. */
export const firstSimulatedDay = '1999-01-04';
/** The first session that a simulated briefing is made for. */
export const firstSession = '2005-01-03';
export const lastDay = '2030-12-31';

export const days: readonly string[] = sessionsBetween(firstSimulatedDay, lastDay);

/** Calendar days from the session before: 1, and 3 over a weekend. Interest and fees accrue over them. */
export const calendarDays: Int32Array = Int32Array.from(days, (day, i) =>
  i === 0 ? 0 : daysBetween(days[i - 1]!, day),
);

/** Part of a usual day that each session lasts, by its trade: a half day is half of one. */
export const tradingTime: Float64Array = Float64Array.from(days, (day) => (isEarlyClose(day) ? 0.5 : 1));

/** Sessions in a year, to which volatilities are quoted. */
export const sessionsInYear = 252;
