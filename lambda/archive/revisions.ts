import { files, keys } from '../archive-layout.ts';
import { ArchiveError } from '../errors.ts';
import type { Report } from '../report/schema.ts';
import type { Archive } from './archive.ts';
import { sha256Of } from './bytes.ts';
import { type Manifest, type ReportRef, readManifest } from './manifest.ts';
import { readReport } from './report-file.ts';

/** One published revision, read back. */
export interface Revision {
  readonly report: Report;
  readonly manifest: Manifest;
}

/** The name of a revision's report that no other report can have. */
export function reportRefOf(manifest: Manifest): ReportRef {
  const { session, revision, files: listed } = manifest;
  return { session, revision, sha256: listed[files.report]?.sha256 ?? '' };
}

/** The published revisions of a session, ascending. @throws ArchiveError */
export async function revisionsOf(archive: Archive, session: string): Promise<readonly number[]> {
  const found = await archive.list(keys.session(session));
  return found
    .map((key) => new RegExp(`^${keys.session(session)}r([1-9]\\d*)/${files.manifest}$`).exec(key)?.[1])
    .filter((number) => number !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}

/** The newest revision of a session, or null when none is published. @throws ArchiveError */
export async function newestRevision(archive: Archive, session: string): Promise<Revision | null> {
  const number = (await revisionsOf(archive, session)).at(-1);
  return number === undefined ? null : readRevision(archive, session, number);
}

/** @throws ArchiveError when the revision is not there, or its report is not the one of its manifest */
export async function readRevision(archive: Archive, session: string, revision: number): Promise<Revision> {
  const manifest = await readManifest(archive, session, revision);
  const key = keys.revision(session, revision) + files.report;
  const bytes = await archive.get(key);
  const place = archive.locate(key);
  if (manifest === null || bytes === null)
    throw new ArchiveError(`no revision ${revision} of ${session} in the archive: ${place} is not there`, {
      hint: 'See index/YEAR.json for what is published.',
    });
  if (sha256Of(bytes) !== manifest.files[files.report]?.sha256)
    throw new ArchiveError(`${place} is not the file that its manifest describes: the SHA-256 differs`, {
      hint: 'It was changed after it was published; `archive check` names every such file.',
    });
  return { report: readReport(bytes, place), manifest };
}

/** The newest revision of each session that has a manifest. @throws ArchiveError */
export async function newestRevisions(archive: Archive): Promise<ReadonlyMap<string, number>> {
  const newest = new Map<string, number>();
  for (const key of await archive.list('reports/')) {
    const [, session, revision] =
      /^reports\/(\d{4}-\d{2}-\d{2})\/r([1-9]\d*)\/manifest\.json$/.exec(key) ?? [];
    if (session !== undefined) newest.set(session, Math.max(newest.get(session) ?? 0, Number(revision)));
  }
  return newest;
}
