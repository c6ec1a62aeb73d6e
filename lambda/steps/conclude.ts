import type { Archive } from '../archive/archive.ts';
import { type FailedSession, failuresIn } from '../archive/backfill-failures.ts';
import { files, keys } from '../archive-layout.ts';

/** Sessions that are named in an error; beyond, how many more there are. */
const named = 40;

/**
 * What went wrong with the sessions of a backfill, a sentence each: what was kept of their failures, and those that
 * are not published though nothing was kept, as when the archive was out of reach just then.
 * @throws ArchiveError
 */
export async function failuresOfBackfill(
  sessions: readonly string[],
  execution: string,
  archive: Archive,
): Promise<readonly string[]> {
  const [kept, keysOfReports] = await Promise.all([failuresIn(archive, execution), archive.list('reports/')]);
  const known = new Set(kept.map(({ session }) => session));
  const published = new Set(
    keysOfReports.filter((key) => key.endsWith(`/${files.manifest}`)).map((key) => key.split('/')[1]),
  );
  const silent = sessions.filter((session) => !known.has(session) && !published.has(session));
  const told = [...kept, ...silent.map(unexplained)]
    .toSorted((a, b) => (a.session < b.session ? -1 : 1))
    .map(({ session, failures }) => `${session} ${failures.join('; ')}`);
  const more = told.length - named;
  const rest = `and ${more} more, all under ${archive.locate(keys.backfill(execution))}`;
  return more > 0 ? [...told.slice(0, named), rest] : told;
}

const unexplained = (session: string): FailedSession => ({
  session,
  failures: ['not published: see its execution'],
});
