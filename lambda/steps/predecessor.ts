import { sha256Of } from '../archive/bytes.ts';
import type { ReportRef } from '../archive/manifest.ts';
import { type Revision, reportRefOf } from '../archive/revisions.ts';
import type { Report } from '../briefing/report.ts';
import type { Written } from './write.ts';

/** The briefing of the session before, which a new one is compared with. */
export interface Predecessor {
  readonly report: Report;
  readonly ref: ReportRef;
}

/** What the next session's briefing is compared with, once this one is published as it stands. */
export function predecessorOf({ standing, report, json }: Written): Predecessor {
  if (standing !== null) return publishedPredecessor(standing);
  const { session, revision } = report;
  return { report, ref: { session, revision, sha256: sha256Of(json) } };
}

/** The same of a revision that is in the archive. */
export function publishedPredecessor({ report, manifest }: Revision): Predecessor {
  return { report, ref: reportRefOf(manifest) };
}
