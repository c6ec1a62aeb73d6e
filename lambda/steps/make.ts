import type { Archive } from '../archive/archive.ts';
import { newestRevision, type Revision } from '../archive/revisions.ts';
import type { SnapshotDocument } from '../archive/snapshots.ts';
import { UsageError } from '../errors.ts';
import type { Printer } from '../rendering/printer.ts';
import { analyse } from './analyse.ts';
import type { Collection } from './collect.ts';
import { type Paper, publish, saysAlready } from './publish.ts';
import { render } from './render.ts';
import { admit, snapshotOf } from './snapshot.ts';
import type { Watch } from './watch.ts';

export interface Making {
  readonly session: string;
  /** The newest report of the session before; null when there is none. */
  readonly previous: Revision | null;
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
  /** Null when no PDF is wanted. */
  readonly printer: Printer | null;
  readonly watch: Watch;
}

export interface Made extends Revision {
  readonly status: 'published' | 'already published';
  /** True when another run published it while this one was at work. */
  readonly byAnotherRun: boolean;
}

/**
 * Makes the briefing of one session from what was collected, and publishes it unless the archive says the same
 * already. Two runs of one session may meet here: whoever comes second compares again with what the first
 * published, and publishes the next revision only when it has something else to say.
 *
 * @throws GateError when a required series is not there
 * @throws UsageError when a simulated briefing would replace a real one @throws ArchiveError @throws RenderError
 */
export async function makeBriefing(
  collection: Collection,
  making: Making,
  ports: MakingPorts,
): Promise<Made> {
  const { archive, printer, watch } = ports;
  const { session, paper, code, now } = making;
  const { simulated } = collection;
  // Made-up figures are never compared with real ones.
  const previous = making.previous?.report.marks.simulated === simulated ? making.previous : null;
  const newestNow = async () => {
    const found = await newestRevision(archive, session);
    if (simulated && found?.report.marks.simulated === false) throw overReal(session, archive);
    return found;
  };
  let newest = await newestNow();
  let taken = await watch('read', () => snapshotOf(collection, session, archive));
  const incompleteBecause = admit(taken.snapshot, collection.edition, making.allowIncomplete);
  const kept = watch('keep', () => ports.keep(taken.document));
  // Its failure is told where it is awaited; until then it must not count as unhandled.
  kept.catch(() => undefined);
  try {
    for (let met = false; ; met = true, newest = await newestNow()) {
      const revision = (newest?.manifest.revision ?? 0) + 1;
      const { snapshot } = taken;
      const report = await watch('analyse', async () =>
        analyse({ panel: collection.panels(snapshot), snapshot, revision, incompleteBecause, previous }),
      );
      if (saysAlready(newest, report, printer === null ? null : paper)) {
        await kept;
        return { ...newest, status: 'already published', byAnotherRun: met };
      }
      const pages = await watch('render', () => render(report, printer, paper));
      const standing = await kept;
      if (standing.collectedAt !== snapshot.collectedAt) {
        // Another run kept the same snapshot first: a report must name the times of the snapshot that is kept.
        taken = await snapshotOf(collection, session, archive);
        continue;
      }
      const manifest = await watch('publish', () =>
        publish({ report, pages, previous, paper, code, now }, archive),
      );
      if (manifest !== null) return { status: 'published', byAnotherRun: false, report, manifest };
    }
  } finally {
    // Nothing goes on writing behind the back of whoever hears of a failure.
    await kept.catch(() => undefined);
  }
}

function overReal(session: string, archive: Archive): UsageError {
  return new UsageError(
    `${session} is already published from real data in ${archive.locate('')}: a simulated briefing must not replace it`,
    { hint: 'Give the simulated market an archive of its own with --out.' },
  );
}
