import type { Archive } from '../archive/archive.ts';
import { sha256Of } from '../archive/bytes.ts';
import { callStatedIn, checkCalls, placeName } from '../archive/call-check.ts';
import type { UnlinkedCall } from '../archive/call-record.ts';
import { indexEntries } from '../archive/index.ts';
import { mapLimited } from '../archive/limited.ts';
import { type Manifest, readManifest } from '../archive/manifest.ts';
import { unpackPayload } from '../archive/payloads.ts';
import { schemaProblem } from '../archive/schemas.ts';
import { readSnapshot } from '../archive/snapshots.ts';
import { files, keys } from '../archive-layout.ts';
import { ArchiveError } from '../errors.ts';
import { bringInMissing } from './freshen.ts';
import { differingPointers } from './pointers.ts';

export interface ArchiveCheck {
  readonly sessions: number;
  readonly revisions: number;
  readonly files: number;
  /** State of the record of calls: `intact`, `none yet`, `broken at SESSION rN`. */
  readonly calls: string;
  /** What is wrong, one line each, naming the file. */
  readonly problems: readonly string[];
  /** Sessions that were published but not in the index, and now are. */
  readonly indexed: readonly string[];
}

interface Published {
  readonly session: string;
  readonly revision: number;
  /** Names of the files that lie with it. */
  readonly names: readonly string[];
}

/**
 * Verifies every published file against its manifest, every snapshot against its payloads, and every index and page against the
 * revisions; that all are of one edition, that the record of calls is as it was
 * written; and brings into the index what a crash left out of it. Changes nothing else.
 * @param since only sessions from this date on, and no index and no page, which rest on all of them
 * @throws ArchiveError when it cannot be read at all
 */
export async function checkArchive(archive: Archive, since = ''): Promise<ArchiveCheck> {
  const all = publishedIn(await archive.list('reports/'));
  const published = all.filter(({ session }) => session >= since);
  const problems: string[] = [];
  const seen = { payloads: new Set<string>(), schemas: new Set<string>(), edition: null as string | null };
  let checked = 0;
  // The archive is of the edition of its first revision, whichever is read first; one that cannot be read is named below.
  await collectProblem([], async () => {
    const [first] = published;
    if (first === undefined) return;
    seen.edition = (await readManifest(archive, first.session, first.revision))?.edition ?? null;
  });
  // Side by side, and what is wrong in the order of sessions.
  const looked = await mapLimited([...published], 4, async (one) => {
    const found: string[] = [];
    return { files: await checkRevision(archive, one, seen, found), found };
  });
  for (const { files: count, found } of looked) {
    checked += count;
    problems.push(...found);
  }
  const newest = new Map(all.map(({ session, revision }) => [session, revision]));
  await collectProblem(problems, async () => {
    for (const { session, revision } of await indexEntries(archive))
      if (session >= since && !all.some((one) => one.session === session && one.revision === revision))
        problems.push(
          `${archive.locate(keys.index)} lists r${revision} of ${session}, which is not published`,
        );
  });
  const indexed = problems.length > 0 || since !== '' ? [] : await bringInMissing(archive, newest);
  // A pointer made from a damaged revision differs, too, though it was not damaged itself.
  const calls = new Map<string, UnlinkedCall | null>();
  if (problems.length === 0 && since === '')
    problems.push(
      ...(await differingPointers(archive, newest, (one) =>
        calls.set(placeName(one.manifest), callStatedIn(one)),
      )),
    );
  let record = 'not readable';
  await collectProblem(problems, async () => {
    const found = await checkCalls(archive, published, since, calls);
    problems.push(...found.problems);
    record = found.calls;
  });
  const sessions = new Set(published.map(({ session }) => session)).size;
  return { sessions, revisions: published.length, files: checked, calls: record, problems, indexed };
}

/** Revisions that have a manifest, sessions and revisions ascending. */
function publishedIn(listed: readonly string[]): readonly Published[] {
  const folders = Map.groupBy(listed, (key) => key.slice(0, key.lastIndexOf('/')));
  return [...folders]
    .flatMap(([folder, inside]) => {
      const found = /^reports\/(\d{4}-\d{2}-\d{2})\/r([1-9]\d*)$/.exec(folder);
      const names = inside.map((key) => key.slice(folder.length + 1));
      if (found === null || !names.includes(files.manifest)) return [];
      return [{ session: found[1] ?? '', revision: Number(found[2]), names }];
    })
    .toSorted((a, b) => (a.session < b.session ? -1 : a.session > b.session ? 1 : a.revision - b.revision));
}

/** @returns how many files it has */
async function checkRevision(
  archive: Archive,
  { session, revision, names }: Published,
  seen: { readonly payloads: Set<string>; readonly schemas: Set<string>; edition: string | null },
  problems: string[],
): Promise<number> {
  const folder = keys.revision(session, revision);
  let count = 0;
  await collectProblem(problems, async () => {
    const manifest = await readManifest(archive, session, revision);
    if (manifest === null) return;
    seen.edition ??= manifest.edition;
    if (manifest.edition !== seen.edition)
      problems.push(
        `${archive.locate(folder)} is of the edition ${manifest.edition}, in an archive of ${seen.edition}`,
      );
    for (const [name, { sha256 }] of Object.entries(manifest.files)) {
      count += 1;
      const bytes = await archive.get(folder + name);
      const place = archive.locate(folder + name);
      if (bytes === null) problems.push(`${place} is not there, but its manifest lists it`);
      else if (sha256Of(bytes) !== sha256)
        problems.push(`${place} was changed: its SHA-256 is not the manifest's`);
    }
    for (const name of names)
      if (name !== files.manifest && !Object.hasOwn(manifest.files, name))
        problems.push(`${archive.locate(folder + name)} is in no manifest`);
    for (const key of Object.values(manifest.schemas ?? {})) {
      if (seen.schemas.has(key)) continue;
      seen.schemas.add(key);
      const problem = await schemaProblem(archive, key);
      if (problem !== null) problems.push(problem);
    }
    await checkSnapshot(archive, manifest, seen.payloads, problems);
  });
  return count;
}

async function checkSnapshot(
  archive: Archive,
  { session, revision, snapshot: named }: Manifest,
  checkedPayloads: Set<string>,
  problems: string[],
): Promise<void> {
  const snapshot = await readSnapshot(archive, session, named.id);
  if (snapshot === null) {
    problems.push(`${archive.locate(named.key)} is not there: r${revision} cannot be replayed`);
    return;
  }
  const unseen = snapshot.payloads.filter(({ raw }) => !checkedPayloads.has(raw));
  for (const { raw } of unseen) checkedPayloads.add(raw);
  // A few at a time: a hostile archive may hold many that unpack to the most that is allowed.
  await mapLimited(unseen, 4, (payload) =>
    collectProblem(problems, async () => {
      await unpackPayload(archive, payload);
    }),
  );
}

async function collectProblem(problems: string[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    problems.push(error.message);
  }
}
