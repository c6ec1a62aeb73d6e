import { isDeepStrictEqual } from 'node:util';
import type { Archive } from '../archive/archive.ts';
import { writeJson } from '../archive/bytes.ts';
import { addToIndex, indexEntryOf } from '../archive/index.ts';
import { fingerprints, type Manifest, type ReportRef, readManifest } from '../archive/manifest.ts';
import type { Revision } from '../archive/revisions.ts';
import { files, keys } from '../archive-layout.ts';
import type { Paper } from '../rendering/printer.ts';
import type { Report } from '../report/schema.ts';
import type { Pages } from './render.ts';

export interface Publication {
  readonly report: Report;
  readonly pages: Pages;
  /** The report of the session before that this one was compared with. */
  readonly previous: ReportRef | null;
  readonly paper: Paper;
  /** The code that made it, and the run's clock. */
  readonly code: string;
  readonly now: string;
}

/**
 * Publishes a report with its pages as the revision that the report names.
 * @returns its manifest, or null when another run has that revision already
 * @throws ArchiveError
 */
export async function publish(publication: Publication, archive: Archive): Promise<Manifest | null> {
  const { report, pages } = publication;
  const { session, revision, snapshot } = report;
  const manifest: Manifest = {
    schema: 'smallcap-briefing-manifest/1',
    edition: report.edition.id,
    session,
    revision,
    publishedAt: publication.now,
    code: publication.code,
    snapshot: { id: snapshot, key: keys.snapshot(session, snapshot) },
    previous: publication.previous,
    paper: publication.paper,
    files: fingerprints(pages),
  };
  const whole = new Map([...pages, [files.manifest, writeJson(manifest)]]);
  return (await archive.publish(session, revision, whole)) ? manifest : null;
}

/**
 * The same, and safe when repeated: a revision that was already published with these very files, by an attempt whose
 * answer was lost, counts as published.
 */
export async function publishOnce(publication: Publication, archive: Archive): Promise<Manifest | null> {
  const manifest = await publish(publication, archive);
  if (manifest !== null) return manifest;
  const { session, revision } = publication.report;
  const standing = await readManifest(archive, session, revision);
  const ours = fingerprints(publication.pages);
  return standing !== null && isDeepStrictEqual(standing.files, ours) ? standing : null;
}

/** Makes a published revision findable. What is in the index already costs a read. @throws ArchiveError */
export function announce(archive: Archive, revisions: readonly Revision[]): Promise<void> {
  return addToIndex(
    archive,
    revisions.map(({ report, manifest }) => indexEntryOf(report, manifest)),
  );
}
