import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import {
  describeSnapshot,
  keepPayloads,
  keepSnapshot,
  readSnapshot,
  type SnapshotDocument,
} from '../archive/snapshots.ts';
import type { Snapshot } from '../series/snapshot.ts';
import { assemble } from '../sources/assemble.ts';
import type { ParseCache } from '../sources/parse-cache.ts';
import type { HashedPayload } from '../sources/source.ts';
import type { Collection } from './collection.ts';

/** A snapshot, and the document that rebuilds it from the archive. */
export interface SnapshotResult {
  readonly snapshot: Snapshot;
  readonly document: SnapshotDocument;
}

/**
 * The snapshot of one session of a collection. Where the archive has the same inputs already, theirs is taken,
 * times and all, so that the same inputs make the same report.
 *
 * @throws InputError when a payload cannot serve that session @throws ArchiveError
 */
export async function snapshotOf(
  collection: Collection,
  session: string,
  archive: Archive,
): Promise<SnapshotResult> {
  const { edition, collectedAt, simulated, payloads } = collection;
  const described = describeSnapshot({ edition: edition.id, session, collectedAt, simulated }, payloads);
  const kept = await readSnapshot(archive, session, described.id);
  return await snapshotFrom(collection, kept ?? described);
}

/** A snapshot by its document, whose payloads the collection holds. @throws InputError */
export async function snapshotFrom(
  collection: Collection,
  document: SnapshotDocument,
): Promise<SnapshotResult> {
  const { edition, payloads, cache } = collection;
  const { id, session, collectedAt, simulated } = document;
  const bytes = new Map(payloads.map((payload) => [payload.raw, payload.bytes]));
  const stamped = document.payloads.map(({ note, ...listed }) => {
    const found = bytes.get(listed.raw);
    if (found === undefined) throw new Error(`the collection lacks ${listed.key} of its own snapshot`);
    return { ...listed, ...(note === undefined ? {} : { note }), bytes: found };
  });
  await parseAll(stamped, cache);
  const assembled = assemble({ edition, session }, stamped, cache);
  return {
    snapshot: { id, edition: edition.id, session, collectedAt, simulated, ...assembled },
    document,
  };
}

/** Longest time that parsing holds up everything else, in milliseconds: a browser is starting meanwhile. */
const breathAfterMs = 10;

/** Parses payloads ahead of their use, with pauses in which others get on. */
async function parseAll(payloads: readonly HashedPayload[], cache: ParseCache): Promise<void> {
  let breath = performance.now();
  for (const payload of payloads) {
    cache.attempt(payload);
    if (performance.now() - breath < breathAfterMs) continue;
    await setImmediate();
    breath = performance.now();
  }
}

/** Keeps snapshots of one collection in an archive: its payloads once, before the first of them. */
export function snapshotWriter(
  { payloads }: Collection,
  archive: Archive,
): (document: SnapshotDocument) => Promise<SnapshotDocument> {
  let payloadsKept: Promise<void> | undefined;
  return async (document) => {
    payloadsKept ??= keepPayloads(archive, payloads);
    await payloadsKept;
    return await keepSnapshot(archive, document);
  };
}
