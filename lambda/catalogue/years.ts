import * as z from 'zod';
import { keys } from '../archive-layout.ts';
import { type IndexEntry, indexEntry, latestOf, mergeSessions } from './index-entry.ts';

/** `index/YEAR.json`: every published session of a year, newest first. */
export const yearIndex = z.strictObject({
  schema: z.literal('smallcap-briefing-index-year/1'),
  year: z.string().regex(/^\d{4}$/),
  sessions: z.array(indexEntry),
});

const yearLine = z.strictObject({
  year: z.string().regex(/^\d{4}$/),
  /** Published sessions, and how many of them are of real data. */
  sessions: z.number().int().min(1),
  real: z.number().int().min(0),
  first: z.iso.date(),
  last: z.iso.date(),
  /** Where the year's index lies. */
  key: z.string(),
});

const newest = z.strictObject({
  session: z.iso.date(),
  revision: z.number().int().min(1),
  simulated: z.boolean(),
});

/** `index.json`: which years there are, newest first. It grows by one line a year. */
export const archiveIndex = z
  .strictObject({
    schema: z.literal('smallcap-briefing-index/2'),
    edition: z.string(),
    newest,
    years: z.array(yearLine),
  })
  .refine(({ years }) => years.every(({ year, key }) => key === keys.yearIndex(year)), {
    path: ['years'],
    error: 'name other places than those of their indexes',
  });

/** `index.json` before it was split by year: every session in one list. */
export const wholeIndex = z.strictObject({
  schema: z.literal('smallcap-briefing-index/1'),
  sessions: z.array(indexEntry),
});

/** Either form, as an archive may hold it. */
export const anyIndex = z.discriminatedUnion('schema', [archiveIndex, wholeIndex]);

export type YearIndex = z.infer<typeof yearIndex>;
export type ArchiveIndex = z.infer<typeof archiveIndex>;
export type AnyIndex = z.infer<typeof anyIndex>;

export const yearKey = (session: string): string => session.slice(0, 4);

/** A year's index with more entries in it; those of other years are left out. */
export function mergeYearIndex(
  year: string,
  known: readonly IndexEntry[],
  added: readonly IndexEntry[],
): YearIndex {
  const ours = added.filter(({ session }) => yearKey(session) === year);
  return { schema: 'smallcap-briefing-index-year/1', year, sessions: mergeSessions(known, ours) };
}

/** The index of some years' whole lists. @throws Error without any session */
export function archiveIndexOf(years: readonly YearIndex[]): ArchiveIndex {
  const sessions = years.flatMap((year) => year.sessions);
  const latest = latestOf(sessions);
  if (latest === undefined) throw new Error('an index is made of at least one session');
  return {
    schema: 'smallcap-briefing-index/2',
    edition: latest.edition,
    newest: { session: latest.session, revision: latest.revision, simulated: latest.simulated },
    years: years
      .filter((year) => year.sessions.length > 0)
      .map(({ year, sessions: listed }) => ({
        year,
        sessions: listed.length,
        real: listed.filter(({ simulated }) => !simulated).length,
        first: listed.at(-1)!.session,
        last: listed[0]!.session,
        key: keys.yearIndex(year),
      }))
      .sort((a, b) => (a.year < b.year ? 1 : -1)),
  };
}

/** Two states of the index: of each year the fuller line, and the newer session. Commutative and idempotent. */
export function mergeIndexes(known: ArchiveIndex | null, added: ArchiveIndex): ArchiveIndex {
  if (known === null) return added;
  const lines = Map.groupBy([...known.years, ...added.years], ({ year }) => year);
  const years = [...lines].map(([year, of]) => ({
    year,
    sessions: Math.max(...of.map(({ sessions }) => sessions)),
    real: Math.max(...of.map(({ real }) => real)),
    first: of.map(({ first }) => first).sort()[0]!,
    last: of
      .map(({ last }) => last)
      .sort()
      .at(-1)!,
    key: keys.yearIndex(year),
  }));
  return {
    schema: 'smallcap-briefing-index/2',
    edition: known.edition,
    newest: latestOf([known.newest, added.newest])!,
    years: years.sort((a, b) => (a.year < b.year ? 1 : -1)),
  };
}
