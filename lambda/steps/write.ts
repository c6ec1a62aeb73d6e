import type { Revision } from '../archive/revisions.ts';
import type { Paper } from '../rendering/printer.ts';
import type { Report } from '../report/schema.ts';
import type { Snapshot } from '../series/snapshot.ts';
import { analyse } from './analyse.ts';
import type { Collection } from './collection.ts';
import type { Predecessor } from './predecessor.ts';
import { reportBytes } from './render.ts';
import { isUnchanged } from './report-equality.ts';

export interface Writing {
  readonly collection: Pick<Collection, 'panels'>;
  readonly snapshot: Snapshot;
  /** The newest published revision of the session. */
  readonly newest: Revision | null;
  /** Whether what the newest was compared with is published: where it is not, nobody can make the newest again. */
  readonly founded: boolean;
  /** A revision whose number is used up though nothing is published under it; 0 for none. */
  readonly after: number;
  /** The newest report of the session before. */
  readonly previous: Predecessor | null;
  /** What the gate let pass; empty for an ordinary briefing. */
  readonly incompleteBecause: readonly string[];
  /** The paper of the PDF; null when none is wanted. */
  readonly pdf: Paper | null;
}

/** A report that is written, and not yet on its pages or in the archive. */
export interface Written {
  readonly report: Report;
  readonly json: Uint8Array;
  /** What it was compared with. */
  readonly previous: Predecessor | null;
  /** The published revision that says the same already; null when there is none. */
  readonly standing: Revision | null;
}

/** Writes a session's next report. Pure, as `analyse`. */
export function write(writing: Writing): Written {
  const { collection, snapshot, newest, founded, after, incompleteBecause, pdf } = writing;
  // Made-up figures are never compared with real ones.
  const comparable = writing.previous?.report.marks.simulated === snapshot.simulated;
  const previous = comparable ? writing.previous : null;
  const revision = Math.max(newest?.manifest.revision ?? 0, after) + 1;
  const panel = collection.panels(snapshot);
  const report = analyse({ panel, snapshot, revision, incompleteBecause, previous });
  const standing = founded && isUnchanged(newest, report, pdf) ? newest : null;
  return { report, json: reportBytes(report), previous, standing };
}
