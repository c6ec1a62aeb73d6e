import type { Archive } from '../archive/archive.ts';
import { sha256Of } from '../archive/bytes.ts';
import { mapLimited } from '../archive/limited.ts';
import { type Manifest, readManifest } from '../archive/manifest.ts';
import { unpackPayload } from '../archive/payloads.ts';
import { readReport } from '../archive/report-file.ts';
import type { Revision } from '../archive/revisions.ts';
import { schemaProblem } from '../archive/schemas.ts';
import { readSnapshot } from '../archive/snapshots.ts';
import { files, keys } from '../archive-layout.ts';
import { ArchiveError } from '../errors.ts';

/** A revision as it lies in an archive: one that has a manifest. */
export interface Published {
  readonly session: string;
  readonly revision: number;
  /** Names of the files that lie with it. */
  readonly names: readonly string[];
}

/** What revisions share, and is looked at once. */
export interface SharedParts {
  readonly payloads: Set<string>;
  readonly schemas: Set<string>;
  edition: string | null;
}

export interface CheckedRevision {
  readonly files: number;
  readonly problems: readonly string[];
  /** Null where its manifest or its report cannot be used, which is among the problems. */
  readonly revision: Revision | null;
}

/** Holds every file of a revision to its manifest, its report to the schema, and its snapshot to the payloads. */
export async function checkRevision(
  archive: Archive,
  { session, revision, names }: Published,
  seen: SharedParts,
): Promise<CheckedRevision> {
  const folder = keys.revision(session, revision);
  const problems: string[] = [];
  let count = 0;
  let whole: Revision | null = null;
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
      const place = archive.locate(folder + name);
      await collectProblem(problems, async () => {
        const bytes = await archive.get(folder + name);
        if (bytes === null) problems.push(`${place} is not there, but its manifest lists it`);
        else if (sha256Of(bytes) !== sha256)
          problems.push(`${place} was changed: its SHA-256 is not the manifest's`);
        else if (name === files.report) whole = { manifest, report: readReport(bytes, place) };
      });
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
  return { files: count, problems, revision: whole };
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

/** Keeps what cannot be read as a problem. @throws what is no ArchiveError */
export async function collectProblem(problems: string[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    problems.push(error.message);
  }
}
