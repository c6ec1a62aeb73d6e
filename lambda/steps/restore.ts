import type { Archive } from '../archive/archive.ts';
import { readPayloads, readSnapshot } from '../archive/snapshots.ts';
import { keys } from '../archive-layout.ts';
import type { Edition } from '../editions/edition.ts';
import { ArchiveError } from '../errors.ts';
import type { Snapshot } from '../series/snapshot.ts';
import type { ReportBug } from '../sources/parser-bug.ts';
import { type Collection, collectionOf } from './collection.ts';
import { snapshotFrom } from './snapshot.ts';

/** A snapshot as it was collected, and the collection of its payloads. */
export interface Restored {
  readonly snapshot: Snapshot;
  readonly collection: Collection;
}

/** A snapshot from the archive alone. @throws ArchiveError when it, or a payload of it, is not there as it was */
export async function restoreSnapshot(
  archive: Archive,
  of: { readonly edition: Edition; readonly session: string; readonly id: string },
  reportBug?: ReportBug,
): Promise<Restored> {
  const { edition, session, id } = of;
  const document = await readSnapshot(archive, session, id);
  if (document === null)
    throw new ArchiveError(`${archive.locate(keys.snapshot(session, id))} is not there`, {
      hint: 'Restore it from a copy: the report cannot be made without it.',
    });
  if (document.edition !== edition.id)
    throw new ArchiveError(
      `${archive.locate(keys.snapshot(session, id))} is of the edition ${document.edition}, not of ${edition.id}`,
      { hint: 'Run the edition that it was collected for.' },
    );
  const { simulated, collectedAt } = document;
  const payloads = await readPayloads(archive, document);
  const collection = collectionOf({ edition, simulated, collectedAt }, payloads, reportBug);
  return { collection, snapshot: (await snapshotFrom(collection, document)).snapshot };
}
