import {
  dateOfDayNumber,
  dayNumber,
  dayNumberOf,
  weekday,
  weekdayName,
  weekdayOfDayNumber,
  yearOf,
} from './civil.ts';
import { type Closure, closuresOf, closureText } from './closures.ts';
import { type EarlyClose, earlyClosesOf } from './early-closes.ts';
import { newYorkInstant } from './new-york.ts';

/**
 * The sessions of the New York Stock Exchange, 1990 to 2030, from named rules and named exceptions. A date
 * outside that range is a RangeError: the calendar has no data there.
 */
export const firstYear = 1990;
export const lastYear = 2030;

const origin = dayNumberOf(firstYear, 1, 1);
const daysCovered = dayNumberOf(lastYear + 1, 1, 1) - origin;

const closures = new Map<string, Closure>();
const earlyCloses = new Map<string, EarlyClose>();
for (let year = firstYear; year <= lastYear; year++) {
  for (const [date, closure] of closuresOf(year)) closures.set(date, closure);
  for (const [date, early] of earlyClosesOf(year)) earlyCloses.set(date, early);
}

const list: string[] = [];
const dayList: number[] = [];
/** For each day covered, how many sessions lie before it. */
const sessionsBefore = new Int32Array(daysCovered + 1);
for (let day = 0; day < daysCovered; day++) {
  sessionsBefore[day] = list.length;
  if (weekdayOfDayNumber(origin + day) > 5) continue;
  const date = dateOfDayNumber(origin + day);
  if (closures.has(date)) continue;
  list.push(date);
  dayList.push(origin + day);
}
sessionsBefore[daysCovered] = list.length;

/** Every session of the calendar, ascending. */
export const sessions: readonly string[] = list;
/** The same as days since 1970-01-01. */
export const sessionDays: Int32Array = Int32Array.from(dayList);

function offset(date: string): number {
  const day = dayNumber(date) - origin;
  if (day < 0 || day >= daysCovered)
    throw new RangeError(`${date} is outside the NYSE calendar, which covers ${firstYear} to ${lastYear}`);
  return day;
}

export const isCovered = (date: string): boolean => yearOf(date) >= firstYear && yearOf(date) <= lastYear;

/** Position in `sessions` of the session on a day (days since 1970-01-01); -1 for a day without one. */
export function sessionIndexOfDayNumber(day: number): number {
  const at = day - origin;
  if (at < 0 || at >= daysCovered) return -1;
  const before = sessionsBefore[at]!;
  return sessionsBefore[at + 1]! > before ? before : -1;
}

/** Position in `sessions` of the last session on or before a date, whatever its year; -1 before the first. */
export function lastSessionIndex(date: string): number {
  const at = dayNumber(date) - origin;
  return sessionsBefore[Math.min(Math.max(at + 1, 0), daysCovered)]! - 1;
}

/** Whether the exchange trades on a date. */
export function isSession(date: string): boolean {
  const day = offset(date);
  return sessionsBefore[day + 1]! > sessionsBefore[day]!;
}

/** The last session before a date, which need not be a session. */
export function previousSession(date: string): string {
  const session = sessions[sessionsBefore[offset(date)]! - 1];
  if (session === undefined) throw new RangeError(`the NYSE calendar knows no session before ${date}`);
  return session;
}

/** The first session after a date, which need not be a session. */
export function nextSession(date: string): string {
  const session = sessions[sessionsBefore[offset(date) + 1]!];
  if (session === undefined) throw new RangeError(`the NYSE calendar knows no session after ${date}`);
  return session;
}

/** The sessions from one date to another, both included. */
export const sessionsBetween = (from: string, to: string): readonly string[] =>
  sessions.slice(sessionsBefore[offset(from)]!, sessionsBefore[offset(to) + 1]!);

/** How many sessions lie after one date, up to and including another; 0 when `to` is not later. */
export const sessionsAfter = (from: string, to: string): number =>
  Math.max(0, sessionsBefore[offset(to) + 1]! - sessionsBefore[offset(from) + 1]!);

/**
 * Why there is no session on a date, as in "2025-12-25 is …": a holiday's name, `a Saturday`, or the
 * event; null for a session.
 */
export function whyClosed(date: string): string | null {
  const closure = closureOf(date);
  return closure === null ? null : closureText(closure);
}

/** What keeps the exchange shut on a date; null for a session. */
export function closureOf(date: string): Closure | null {
  if (isSession(date)) return null;
  return weekday(date) > 5 ? { kind: 'weekend', name: `a ${weekdayName(date)}` } : closures.get(date)!;
}

function mustBeSession(date: string): string {
  const reason = whyClosed(date);
  if (reason !== null) throw new RangeError(`${date} is no session: ${reason}`);
  return date;
}

/** The early close of a session and its reason; null when it closes at 16:00. */
export const earlyClose = (session: string): EarlyClose | null =>
  earlyCloses.get(mustBeSession(session)) ?? null;

export const isEarlyClose = (session: string): boolean => earlyClose(session) !== null;

/**
 * New York time from which a session's bars are final: exchanges correct prices until 20:00 (Tiingo, end-of-day
 * documentation), and the provider has a quarter of an hour more.
 */
export const correctionsEnd = '20:15';

/** The opening, 09:30 in New York, as a UTC instant such as `2023-01-13T14:30:00Z`. */
export const openOf = (session: string): string => newYorkInstant(mustBeSession(session), '09:30');

/** The close, 16:00 in New York or the hour of an early close, as a UTC instant. */
export const closeOf = (session: string): string =>
  newYorkInstant(session, earlyClose(session)?.time ?? '16:00');
