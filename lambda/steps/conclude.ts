import type { Archive } from '../archive/archive.ts';
import { type FailedSession, failuresIn, keepFailure } from '../archive/backfill-failures.ts';
import { mapLimited } from '../archive/limited.ts';
import { type Manifest, readManifest } from '../archive/manifest.ts';
import { newestRevisions } from '../archive/revisions.ts';
import { keys } from '../archive-layout.ts';
import { RunFailed } from '../errors.ts';
import { isFounded } from './predecessor.ts';
import { backfillEntryOf, type RunFacts } from './run-entry.ts';
import { runFailures } from './run-failures.ts';
import { intoLedger } from './settle.ts';

/** Manifests that are read at a time. */
const atATime = 10;

/** Sessions that are named in an error; beyond, how many more there are. */
const named = 40;

export interface ConcludeInput extends RunFacts {
  readonly plan?:
    | { readonly session: string; readonly chunks?: readonly (readonly string[])[] | undefined }
    | undefined;
  readonly execution: string;
}

export interface ConcludePorts {
  readonly archive: Archive;
  readonly clock: () => string;
}

/**
 * What `settle` is to a run: the last step of each session of a backfill, which leaves its failures in the archive, and
 * of the backfill itself, which goes into the ledger of runs and fails with all of them.
 * @throws RunFailed at the end of a backfill @throws ArchiveError
 */
export async function conclude(input: ConcludeInput, { archive, clock }: ConcludePorts) {
  const { run, plan, publish, execution } = input;
  const failures = runFailures(input);
  if (run === 'backfill') {
    const session = plan?.session;
    if (session !== undefined && failures.length > 0)
      await keepFailure(archive, execution, { session, failures });
    return { status: failures.length > 0 ? 'failed' : publish?.status };
  }
  const sessions = plan?.chunks?.flat() ?? [];
  const found = await lookThrough(sessions, execution, archive);
  const wrong = [...failures, ...found.failures];
  const of = { sessions, ...found, failures: wrong };
  const all = await intoLedger(archive, backfillEntryOf(input, clock(), archive.locate(''), of), wrong);
  if (all.length > 0)
    throw new RunFailed(all.join('; '), {
      hint: 'See the runbook, entry "Backfill failed"; starting it again makes only what is missing.',
    });
  return { status: 'published', sessions: sessions.length };
}

/**
 * How many sessions of a backfill have a briefing, and what went wrong with them, a sentence each: what was kept of their failures, those that are
 * not published though nothing was kept, as when the archive was out of reach just then, and those whose report was
 * compared with one that is not published.
 * @throws ArchiveError
 */
async function lookThrough(
  sessions: readonly string[],
  execution: string,
  archive: Archive,
): Promise<{ readonly there: number; readonly failures: readonly string[] }> {
  const [kept, published] = await Promise.all([failuresIn(archive, execution), newestRevisions(archive)]);
  const known = new Set(kept.map(({ session }) => session));
  const newest = sessions.flatMap((session) => {
    const revision = published.get(session);
    return revision === undefined ? [] : [[session, revision] as const];
  });
  const unfounded = await mapLimited([...newest], atATime, async ([session, revision]) => {
    const manifest = await readManifest(archive, session, revision);
    return (await isFounded(archive, manifest)) ? [] : [comparedWithNone(session, manifest)];
  });
  const silent = sessions.filter((session) => !known.has(session) && !published.has(session));
  const all = [...kept, ...unfounded.flat(), ...silent.map(unexplained)]
    .toSorted((a, b) => (a.session < b.session ? -1 : 1))
    .map(({ session, failures }) => `${session} ${failures.join('; ')}`);
  const more = all.length - named;
  const rest = `and ${more} more, all under ${archive.locate(keys.backfill(execution))}`;
  return { there: newest.length, failures: more > 0 ? [...all.slice(0, named), rest] : all };
}

const unexplained = (session: string): FailedSession => ({
  session,
  failures: ['not published: see its execution'],
});

function comparedWithNone(session: string, manifest: Manifest | null): FailedSession {
  const { session: before, revision } = manifest?.previous ?? { session: '', revision: 0 };
  return {
    session,
    failures: [
      `published, but compared with r${revision} of ${before}, which is not: start the backfill again`,
    ],
  };
}
