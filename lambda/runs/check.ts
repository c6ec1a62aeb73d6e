import type { Archive } from '../archive/archive.ts';
import { sha256Of } from '../archive/bytes.ts';
import { indexEntries } from '../archive/index.ts';
import { mapLimited } from '../archive/limited.ts';
import { readManifest } from '../archive/manifest.ts';
import { unpackPayload } from '../archive/payloads.ts';
import { newestRevision } from '../archive/revisions.ts';
import { readSnapshot } from '../archive/snapshots.ts';
import { files, keys } from '../archive-layout.ts';
import { ArchiveError } from '../errors.ts';
import { updateCatalogue } from '../steps/catalogue.ts';

export interface ArchiveCheck {
  readonly sessions: number;
  readonly revisions: number;
  readonly files: number;
  /** What is wrong, one line each, naming the file. */
  readonly problems: readonly string[];
  /** Sessions that were published but not in the index, and now are. */
  readonly indexed: readonly string[];
}

/**
 * Verifies every published file against its manifest and every snapshot against its payloads, that all are of one
 * edition, and brings into the index what a crash left out of it. Changes nothing else. @throws ArchiveError when it cannot be read at all
 */
export async function checkArchive(archive: Archive): Promise<ArchiveCheck> {
  const published = (await archive.list('reports/')).flatMap((key) => {
    const found = /^reports\/(\d{4}-\d{2}-\d{2})\/r([1-9]\d*)\/manifest\.json$/.exec(key);
    return found === null ? [] : [{ session: found[1] ?? '', revision: Number(found[2]) }];
  });
  const problems = await mixedEditions(archive, published);
  const checkedPayloads = new Set<string>();
  let checked = 0;
  for (const { session, revision } of published) {
    const found = await problemsOf(archive, session, revision, checkedPayloads);
    problems.push(...found.problems);
    checked += found.files;
  }
  const sessions = [...new Set(published.map(({ session }) => session))];
  await collectProblem(problems, async () => {
    for (const { session, revision } of await indexEntries(archive))
      if (!published.some((one) => one.session === session && one.revision === revision))
        problems.push(
          `${archive.locate(keys.index)} lists r${revision} of ${session}, which is not published`,
        );
  });
  const indexed = problems.length > 0 ? [] : await indexMissing(archive, sessions);
  return { sessions: sessions.length, revisions: published.length, files: checked, problems, indexed };
}

/** Revisions of another edition than the first one's: an archive holds one. Damaged manifests are named elsewhere. */
async function mixedEditions(
  archive: Archive,
  published: readonly { readonly session: string; readonly revision: number }[],
): Promise<string[]> {
  const mixed: string[] = [];
  let held: string | null = null;
  for (const { session, revision } of published)
    await collectProblem([], async () => {
      const manifest = await readManifest(archive, session, revision);
      if (manifest === null) return;
      held ??= manifest.edition;
      if (manifest.edition !== held)
        mixed.push(
          `${archive.locate(keys.revision(session, revision))} is of the edition ${manifest.edition}, in an archive of ${held}`,
        );
    });
  return mixed;
}

async function problemsOf(
  archive: Archive,
  session: string,
  revision: number,
  checkedPayloads: Set<string>,
): Promise<{ problems: string[]; files: number }> {
  const problems: string[] = [];
  const folder = keys.revision(session, revision);
  let count = 0;
  await collectProblem(problems, async () => {
    const manifest = await readManifest(archive, session, revision);
    if (manifest === null) return;
    for (const [name, { sha256 }] of Object.entries(manifest.files)) {
      count += 1;
      const bytes = await archive.get(folder + name);
      const place = archive.locate(folder + name);
      if (bytes === null) problems.push(`${place} is not there, but its manifest lists it`);
      else if (sha256Of(bytes) !== sha256)
        problems.push(`${place} was changed: its SHA-256 is not the manifest's`);
    }
    const known = new Set(
      Object.keys(manifest.files)
        .concat(files.manifest)
        .map((name) => folder + name),
    );
    for (const key of await archive.list(folder))
      if (!known.has(key)) problems.push(`${archive.locate(key)} is in no manifest`);
    const snapshot = await readSnapshot(archive, session, manifest.snapshot.id);
    if (snapshot === null) {
      problems.push(`${archive.locate(manifest.snapshot.key)} is not there: r${revision} cannot be replayed`);
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
  });
  return { problems, files: count };
}

async function collectProblem(problems: string[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    problems.push(error.message);
  }
}

async function indexMissing(archive: Archive, sessions: readonly string[]): Promise<string[]> {
  const known = new Map((await indexEntries(archive)).map(({ session, revision }) => [session, revision]));
  const missing = [];
  for (const session of sessions) {
    const newest = await newestRevision(archive, session);
    if (newest !== null && known.get(session) !== newest.manifest.revision) missing.push(newest);
  }
  await updateCatalogue(archive, missing);
  return missing.map(({ manifest }) => manifest.session);
}
