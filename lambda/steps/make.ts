import type { Archive } from '../archive/archive.ts';
import { sha256Of } from '../archive/bytes.ts';
import type { ReportRef } from '../archive/manifest.ts';
import { newestRevision, type Revision, reportRefOf } from '../archive/revisions.ts';
import type { SnapshotDocument } from '../archive/snapshots.ts';
import type { Report } from '../briefing/report.ts';
import { UsageError } from '../errors.ts';
import type { Printer } from '../rendering/printer.ts';
import type { Typeset } from '../rendering/typeset.ts';
import { analyse } from './analyse.ts';
import type { Collection } from './collect.ts';
import { type Paper, publish, saysAlready } from './publish.ts';
import { render, reportBytes } from './render.ts';
import { admit, snapshotOf } from './snapshot.ts';
import type { Watch } from './watch.ts';

/** The briefing of the session before, which a new one is compared with. */
export interface Predecessor {
  readonly report: Report;
  readonly ref: ReportRef;
}

export interface Making {
  readonly session: string;
  /** The newest report of the session before; null when there is none. */
  readonly previous: Predecessor | null;
  readonly paper: Paper;
  readonly allowIncomplete: boolean;
  readonly code: string;
  /** The run's clock, ISO 8601 UTC. */
  readonly now: string;
}

export interface MakingPorts {
  readonly archive: Archive;
  /** Keeps a snapshot with its payloads, and resolves to the document that stands in the archive. */
  readonly keep: (document: SnapshotDocument) => Promise<SnapshotDocument>;
  readonly typeset: Typeset;
  /** Null when no PDF is wanted. */
  readonly printer: Printer | null;
  readonly watch: Watch;
}

export interface Made extends Revision {
  readonly status: 'published' | 'already published';
  /** True when another run published it while this one was at work. */
  readonly byAnotherRun: boolean;
}

/** A briefing that is written, and not yet on its pages or in the archive. */
export interface Draft {
  readonly report: Report;
  readonly json: Uint8Array;
  readonly previous: Predecessor | null;
  /** The published revision that says the same already; null when there is none. */
  readonly standing: Revision | null;
  /** Its snapshot, being kept. Awaited before anything is published, and before anybody hears of a failure. */
  readonly kept: Promise<SnapshotDocument>;
}

/** What the next session's briefing is compared with, once this one is published as it stands. */
export function predecessorOf({ standing, report, json }: Draft): Predecessor {
  if (standing !== null) return publishedPredecessor(standing);
  const { session, revision } = report;
  return { report, ref: { session, revision, sha256: sha256Of(json) } };
}

/** The same of a revision that is in the archive. */
export function publishedPredecessor({ report, manifest }: Revision): Predecessor {
  return { report, ref: reportRefOf(manifest) };
}

/**
 * Makes the briefing of one session from what was collected, and publishes it unless the archive says the same
 * already.
 *
 * @throws GateError when a required series is not there
 * @throws UsageError when a simulated briefing would replace a real one @throws ArchiveError @throws RenderError
 */
export async function makeBriefing(
  collection: Collection,
  making: Making,
  ports: MakingPorts,
): Promise<Made> {
  return await finishBriefing(await draftBriefing(collection, making, ports), collection, making, ports);
}

/** Writes the briefing of one session as its next revision. @throws as `makeBriefing` */
export async function draftBriefing(
  collection: Collection,
  making: Making,
  { archive, keep, printer, watch }: MakingPorts,
): Promise<Draft> {
  const { session, paper } = making;
  const { simulated } = collection;
  // Made-up figures are never compared with real ones.
  const previous = making.previous?.report.marks.simulated === simulated ? making.previous : null;
  const newest = await newestRevision(archive, session);
  if (simulated && newest?.report.marks.simulated === false) throw overReal(session, archive);
  const { snapshot, document } = await watch('read', () => snapshotOf(collection, session, archive));
  const incompleteBecause = admit(snapshot, collection.edition, making.allowIncomplete);
  const kept = watch('keep', () => keep(document));
  // Its failure is told where it is awaited; until then it must not count as unhandled.
  kept.catch(() => undefined);
  try {
    const revision = (newest?.manifest.revision ?? 0) + 1;
    const report = await watch('analyse', async () =>
      analyse({ panel: collection.panels(snapshot), snapshot, revision, incompleteBecause, previous }),
    );
    const standing = saysAlready(newest, report, printer === null ? null : paper) ? newest : null;
    return { report, json: reportBytes(report), previous, standing, kept };
  } catch (error) {
    await abandon({ kept });
    throw error;
  }
}

/**
 * Renders and publishes a draft. Two runs of one session may meet here: whoever comes second writes again after
 * what the first published, and publishes the next revision only when it has something else to say.
 *
 * @throws as `makeBriefing`
 */
export async function finishBriefing(
  first: Draft,
  collection: Collection,
  making: Making,
  ports: MakingPorts,
): Promise<Made> {
  let draft = first;
  for (let met = false; ; met = true) {
    const { report, standing } = draft;
    try {
      if (standing !== null) {
        await draft.kept;
        return { ...standing, status: 'already published', byAnotherRun: met };
      }
      const manifest = await publishDraft(draft, making, ports);
      if (manifest !== null) return { status: 'published', byAnotherRun: false, report, manifest };
    } finally {
      await abandon(draft);
    }
    draft = await draftBriefing(collection, making, ports);
  }
}

/** Lets go of a draft: nothing goes on writing behind the back of whoever hears of a failure. */
export async function abandon({ kept }: Pick<Draft, 'kept'>): Promise<void> {
  await kept.catch(() => undefined);
}

/** Null when another run was there first, with that revision or with the same snapshot. */
async function publishDraft(
  { report, json, previous, kept }: Draft,
  { paper, code, now }: Making,
  { archive, typeset, printer, watch }: MakingPorts,
) {
  const pages = await watch('render', () => render(report, json, { typeset, printer }, paper));
  // A report must name the times of the snapshot that is kept.
  if ((await kept).collectedAt !== report.collectedAt) return null;
  const publication = { report, pages, previous: previous?.ref ?? null, paper, code, now };
  return await watch('publish', () => publish(publication, archive));
}

function overReal(session: string, archive: Archive): UsageError {
  return new UsageError(
    `${session} is already published from real data in ${archive.locate('')}: a simulated briefing must not replace it`,
    { hint: 'Give the simulated market an archive of its own with --out.' },
  );
}
