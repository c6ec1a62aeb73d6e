import type { Archive } from '../archive/archive.ts';
import { finalRevision } from '../archive/final.ts';
import type { Manifest } from '../archive/manifest.ts';
import { newestRevision } from '../archive/revisions.ts';
import { files } from '../archive-layout.ts';
import { checkSession } from '../calendar/asked-session.ts';
import { addDays, isDate } from '../calendar/civil.ts';
import { compareInstants, newYorkDate, newYorkInstant } from '../calendar/new-york.ts';
import {
  closeOf,
  correctionsEnd,
  isSession,
  previousSession,
  sessionsBetween,
  whyClosed,
} from '../calendar/nyse.ts';
import { UsageError } from '../errors.ts';
import type { Report } from '../report/schema.ts';

/** What a run is asked for: a session, a schedule's time, or the two ends of a backfill; else the newest closed session. */
export interface PlanInput {
  readonly session?: string | undefined;
  /** When a schedule meant to start the run. */
  readonly scheduledTime?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The run's clock, ISO 8601 UTC. */
  readonly now: string;
  /** How long after its scheduled time a run waits for late data, and how long between two attempts. */
  readonly deadlineMinutes: number;
  readonly waitSeconds: number;
}

/**
 * Which session a run is about, whether there is anything to do, and how long late data is waited for. What is
 * collected for a backfill is collected up to its last session, for all.
 * @throws UsageError as `planSession` and `planRange` @throws ArchiveError
 */
export async function plan(input: PlanInput, { archive }: { readonly archive: Archive }) {
  const { from, to, scheduledTime, now } = input;
  if (from !== undefined && to !== undefined) {
    const sessions = planRange({ from, to }, now);
    return { status: 'go', session: sessions.at(-1), chunks: chunksOf(sessions) };
  }
  if (scheduledTime === undefined) return go(planSession(input.session, now), input);
  const { session, reason } = planScheduled(scheduledTime);
  if (session === null) return { status: 'no session', session, reason };
  const [newest, held] = await Promise.all([
    newestRevision(archive, session),
    finalRevision(archive, session),
  ]);
  if (newest === null || !isFinal(newest, held)) return go(session, input);
  const { revision } = newest.manifest;
  return { status: 'already final', session: null, reason: `${session} is final since revision ${revision}` };
}

/** A run by hand waits for nothing, its deadline is past: who asks sees what is missing, and can ask again. */
function go(session: string, { scheduledTime, deadlineMinutes, waitSeconds }: PlanInput) {
  const end = scheduledTime === undefined ? 0 : Date.parse(scheduledTime) + deadlineMinutes * 60_000;
  return { status: 'go', session, deadline: new Date(end).toISOString(), waitSeconds };
}

/**
 * The session that a run is about: the one asked for, else the newest that has closed.
 * @param now the run's clock, ISO 8601 UTC
 * @throws UsageError when the one asked for is no session, or is not over
 */
export function planSession(asked: string | undefined, now: string): string {
  return checkSession(asked ?? newestClosedSession(now), now);
}

/**
 * The sessions of a backfill, ascending: from one date to another, both included; neither need be a session.
 * @throws UsageError when a date is none, or nothing lies between, or the newest is not over
 */
export function planRange({ from, to }: { from: string; to: string }, now: string): readonly string[] {
  for (const date of [from, to])
    if (!isDate(date))
      throw new UsageError(`"${date}" is not a date`, { hint: 'Write dates as 2025-12-31.' });
  if (from > to) throw new UsageError(`--from ${from} lies after --to ${to}`);
  const sessions = withinCalendar(() => sessionsBetween(from, to));
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (first === undefined || last === undefined)
    throw new UsageError(`there is no session from ${from} to ${to}`);
  checkSession(first, now);
  checkSession(last, now);
  return sessions;
}

/** Chunks that a backfill has at least, where it has the sessions, and sessions that one has at most. */
const chunksAtLeast = 10;
const sessionsAtMost = 25;

/** The sessions of a backfill in chunks: within one they are worked on in order, and chunks side by side. */
export function chunksOf(sessions: readonly string[]): readonly (readonly string[])[] {
  const size = Math.min(sessionsAtMost, Math.ceil(sessions.length / chunksAtLeast));
  const count = size === 0 ? 0 : Math.ceil(sessions.length / size);
  return Array.from({ length: count }, (_, at) => sessions.slice(at * size, (at + 1) * size));
}

/** What a schedule's run is about: a session, or why there is none. */
export type ScheduledSession =
  | { readonly session: string; readonly reason: null }
  | { readonly session: null; readonly reason: string };

/**
 * The session of a scheduled run, from the time it was scheduled for and never from the clock, so that a run that
 * comes late or twice is about the same session: in the morning that of the day before, later that of the day.
 *
 * @param scheduledTime ISO 8601 UTC
 * @throws UsageError when the session is not over at that time
 */
export function planScheduled(scheduledTime: string): ScheduledSession {
  return withinCalendar(() => {
    const today = newYorkDate(scheduledTime);
    const morning = Date.parse(scheduledTime) < Date.parse(newYorkInstant(today, '12:00'));
    const date = morning ? addDays(today, -1) : today;
    const closed = whyClosed(date);
    if (closed !== null) return { session: null, reason: `no session: ${date} is ${closed}` };
    return { session: checkSession(date, new Date(scheduledTime).toISOString()), reason: null };
  });
}

/** Whether exchanges have corrected their closes of a session by an instant. */
export const isCorrected = (session: string, instant: string): boolean =>
  compareInstants(instant, newYorkInstant(session, correctionsEnd)) >= 0;

/**
 * Whether a published briefing has nothing more to wait for: whole, and collected when exchanges had corrected their
 * closes, or held against such closes since. A later value of a macro series or list of holdings was not known on its evening, and never enters it.
 */
export function isFinal({ report, manifest }: Published, heldAgainstFinal: number | null): boolean {
  const { session, collectedAt, marks } = report;
  const whole = !marks.incomplete && files.pdf in manifest.files;
  return whole && (isCorrected(session, collectedAt) || heldAgainstFinal === manifest.revision);
}

/** What decides whether a revision is final. */
interface Published {
  readonly report: Pick<Report, 'session' | 'collectedAt' | 'marks'>;
  readonly manifest: Pick<Manifest, 'files' | 'revision'>;
}

/** The newest session whose close lies at or before an instant. @throws UsageError outside the calendar */
export function newestClosedSession(now: string): string {
  return withinCalendar(() => {
    // New York never runs ahead of Greenwich: its session under way is that of today's UTC date, or an earlier.
    const today = now.slice(0, 10);
    const newest = isSession(today) ? today : previousSession(today);
    return Date.parse(closeOf(newest)) <= Date.parse(now) ? newest : previousSession(newest);
  });
}

function withinCalendar<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
