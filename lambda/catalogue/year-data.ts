import * as z from 'zod';
import { day, type SessionLine, slim } from './day.ts';
import { mergeSessions } from './index-entry.ts';
import { yearKey } from './years.ts';

/** `data/YEAR.js`: all that the site's scripts know of a year, handed over as `archive.year({…})`. */
export const yearData = z.strictObject({
  schema: z.literal('smallcap-briefing-year/1'),
  edition: z.string(),
  title: z.string(),
  year: z.string().regex(/^\d{4}$/),
  /** Newest first. */
  sessions: z.array(day),
});

export type YearData = z.infer<typeof yearData>;

/** A year with more sessions in it. Commutative and idempotent: {@link mergeSessions}. */
export function mergeYearData(
  known: YearData | null,
  { edition, title, year }: Pick<YearData, 'edition' | 'title' | 'year'>,
  added: readonly SessionLine[],
): YearData {
  const ours = added.filter(({ session }) => yearKey(session) === year);
  const sessions = mergeSessions(known?.sessions ?? [], ours);
  return { schema: 'smallcap-briefing-year/1', edition, title, year, sessions };
}

/** Grows with every session and revision, and with nothing else: of two states of a year the later has more. */
export const weightOf = (sessions: readonly { readonly revision: number }[]): number =>
  sessions.reduce((sum, { revision }) => sum + revision, 0);

/** The sessions that a page lists: real ones where there is one, simulated ones otherwise. */
export function shownTogether<T extends { readonly simulated: boolean }>(
  sessions: readonly T[],
): readonly T[] {
  const real = sessions.filter(({ simulated }) => !simulated);
  return real.length > 0 ? real : sessions;
}

/** As it is written. */
export const slimYear = (data: YearData): object => ({ ...data, sessions: data.sessions.map(slim) });
