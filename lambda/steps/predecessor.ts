import type { Archive } from '../archive/archive.ts';
import { type Manifest, type ReportRef, readManifest } from '../archive/manifest.ts';
import { newestRevision, type Revision, reportRefOf } from '../archive/revisions.ts';
import { previousSession } from '../calendar/nyse.ts';
import type { Report } from '../report/schema.ts';

/** The briefing of the session before, or the last one before that, which a new one is compared with. */
export interface Predecessor {
  readonly report: Report;
  readonly ref: ReportRef;
}

/** A published revision, as what a new briefing is compared with. */
export function publishedPredecessor({ report, manifest }: Revision): Predecessor {
  return { report, ref: reportRefOf(manifest) };
}

/**
 * Whether the report that a published revision was compared with is the one that is published. In a backfill on AWS it
 * may be another, when a second run took the revision that was drafted, or none, when that could not be published.
 * @throws ArchiveError
 */
export async function isFounded(archive: Archive, of: Pick<Manifest, 'previous'> | null): Promise<boolean> {
  const previous = of?.previous ?? null;
  if (previous === null) return true;
  const there = await readManifest(archive, previous.session, previous.revision);
  return there !== null && reportRefOf(there).sha256 === previous.sha256;
}

/** Sessions that are looked at for the last published briefing: a week of them. */
export const reach = 5;

/** The last published briefing of a session or, where it has none, of one in the week before; null without one. */
export async function lastPublished(archive: Archive, session: string): Promise<Predecessor | null> {
  for (let back = 0, at = session; back < reach; back++, at = previousSession(at)) {
    const newest = await newestRevision(archive, at);
    if (newest !== null) return publishedPredecessor(newest);
  }
  return null;
}
