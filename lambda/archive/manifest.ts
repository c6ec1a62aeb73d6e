import * as z from 'zod';
import { files, keys } from '../archive-layout.ts';
import { ArchiveError } from '../errors.ts';
import type { Archive } from './archive.ts';
import { readJson, sha256Of } from './bytes.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const sessionDate = z.iso.date();
/** As `describeSnapshot` makes it. It becomes part of a path, so nothing else is allowed. */
export const snapshotId = z.string().regex(/^[0-9a-f]{16}$/);

/** It becomes part of a path, so nothing else is allowed. */
const schemaKey = (document: 'report' | 'manifest') =>
  z.string().regex(new RegExp(`^schema/${document}-[0-9a-f]{12}\\.json$`));

/** A published report, named by the hash of its bytes. */
export const reportRef = z.strictObject({
  session: sessionDate,
  revision: z.number().int().min(1),
  /** Of the bytes of its `report.json`. */
  sha256,
});

/**
 * `manifest.json`: what one revision consists of and what it was made from. Written last, so where there is a
 * manifest, the revision is whole. With the snapshot and the previous report that it names it can be replayed.
 */
export const manifest = z
  .strictObject({
    schema: z.literal('smallcap-briefing-manifest/1'),
    edition: z.string(),
    session: sessionDate,
    revision: z.number().int().min(1),
    /** When it was published, ISO 8601 UTC, by the run's clock. */
    publishedAt: z.iso.datetime(),
    /** The code that made it: name, version and commit, as `smallcap-briefing 0.1.0+5d60aeaf32ba-modified`. */
    code: z.string(),
    snapshot: z.strictObject({ id: snapshotId, key: z.string() }),
    /** The report of the session before that this one was compared with, or null when there was none. */
    previous: reportRef.nullable(),
    paper: z.enum(['A4', 'Letter']),
    /** Keys of the JSON Schemas of `report.json` and of this document, in the same archive; not in older manifests. */
    schemas: z.strictObject({ report: schemaKey('report'), manifest: schemaKey('manifest') }).optional(),
    files: z.partialRecord(
      z.enum([files.report, files.html, files.pdf, files.figures, files.table]),
      z.strictObject({ sha256, bytes: z.number().int().min(0) }),
    ),
  })
  .refine(({ session, snapshot }) => snapshot.key === keys.snapshot(session, snapshot.id), {
    path: ['snapshot', 'key'],
    error: 'is not where the snapshot of that id is kept',
  });

export type Manifest = z.infer<typeof manifest>;
export type ReportRef = z.infer<typeof reportRef>;

/** SHA-256 and size of every file of a revision, for its manifest. */
export function fingerprints(contents: ReadonlyMap<string, Uint8Array>): Manifest['files'] {
  return Object.fromEntries(
    [...contents].map(([name, bytes]) => [name, { sha256: sha256Of(bytes), bytes: bytes.length }]),
  );
}

/** Null when that revision is not there. @throws ArchiveError when the manifest cannot be understood or is of another revision */
export async function readManifest(
  archive: Archive,
  session: string,
  revision: number,
): Promise<Manifest | null> {
  const key = keys.revision(session, revision) + files.manifest;
  const bytes = await archive.get(key);
  if (bytes === null) return null;
  const found = readJson(manifest, bytes, archive.locate(key));
  if (found.session === session && found.revision === revision) return found;
  throw new ArchiveError(
    `${archive.locate(key)} is the manifest of r${found.revision} of ${found.session}, not of its own place`,
    { hint: 'It was moved or copied there; restore the revision from a copy.' },
  );
}
