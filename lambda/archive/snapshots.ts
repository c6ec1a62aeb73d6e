import * as z from 'zod';
import { keys } from '../archive-layout.ts';
import { ArchiveError } from '../errors.ts';
import { flag } from '../report/schema.ts';
import { tooEarly } from '../sources/files/written-at.parse.ts';
import type { HashedPayload, Payload } from '../sources/source.ts';
import type { Archive } from './archive.ts';
import { readJson, sha256Of, writeJson } from './bytes.ts';
import { mapLimited } from './limited.ts';
import { snapshotId } from './manifest.ts';
import { packPayload, unpackPayload } from './payloads.ts';

/** `snapshot.json`: what one run collected for one session. The payloads themselves lie under their hashes. */
export const snapshotDocument = z.strictObject({
  schema: z.literal('smallcap-briefing-snapshot/1'),
  id: snapshotId,
  edition: z.string(),
  session: z.iso.date(),
  collectedAt: z.iso.datetime(),
  simulated: z.boolean(),
  payloads: z.array(
    z.strictObject({
      key: z.string(),
      source: z.string(),
      origin: z.string(),
      /** SHA-256 of the payload as received. */
      raw: z.string().regex(/^[0-9a-f]{64}$/),
      fetchedAt: z.iso.datetime(),
      note: z.string().optional(),
      response: z.strictObject({ status: z.int(), headers: z.record(z.string(), z.string()) }).optional(),
      knownBy: z.iso.date().optional(),
      writtenAt: z.iso.datetime().optional(),
      fault: z.string().optional(),
      flags: z.array(flag).optional(),
    }),
  ),
});

export type SnapshotDocument = z.infer<typeof snapshotDocument>;

export function hashed(payload: Payload): HashedPayload {
  return { ...payload, raw: sha256Of(payload.bytes) };
}

/**
 * Describes what was collected. The id is a hash of what the figures are made from: edition, session and, per
 * series, its source and bytes. Times, places and what else lies in a folder are left out, so the same inputs are the
 * same snapshot.
 */
export function describeSnapshot(
  of: { edition: string; session: string; collectedAt: string; simulated: boolean },
  payloads: readonly HashedPayload[],
): SnapshotDocument {
  const listed = payloads
    .map(({ key, source, origin, raw, fetchedAt, note, response, knownBy, writtenAt, fault, flags }) => ({
      key,
      source,
      origin,
      raw,
      fetchedAt,
      ...(note === undefined ? {} : { note }),
      ...(response === undefined ? {} : { response: { ...response } }),
      ...(knownBy === undefined ? {} : { knownBy }),
      ...(writtenAt === undefined ? {} : { writtenAt }),
      ...(fault === undefined ? {} : { fault }),
      ...(flags === undefined ? {} : { flags: [...flags] }),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const inputs = listed.map(({ key, source, raw, note, knownBy, writtenAt, fault, flags }) => {
    const kept = flags?.filter(({ code }) => code !== 'not-used');
    const noticed = knownBy === undefined && !kept?.length ? [] : [knownBy ?? null, kept ?? null];
    // When a file was written matters only where it could not hold the session's close yet.
    const early = tooEarly([of.session], writtenAt).length > 0 ? [{ writtenAt }] : [];
    return [
      key,
      source,
      raw,
      note ?? null,
      ...noticed,
      ...early,
      ...(fault === undefined ? [] : [{ fault }]),
    ];
  });
  const id = sha256Of(JSON.stringify([of.edition, of.session, of.simulated, inputs])).slice(0, 16);
  const { edition, session, collectedAt, simulated } = of;
  return {
    schema: 'smallcap-briefing-snapshot/1',
    id,
    edition,
    session,
    collectedAt,
    simulated,
    payloads: listed,
  };
}

/** Null when the archive has no such snapshot. @throws ArchiveError when it cannot be understood */
export async function readSnapshot(
  archive: Archive,
  session: string,
  id: string,
): Promise<SnapshotDocument | null> {
  const key = keys.snapshot(session, id);
  const bytes = await archive.get(key);
  return bytes === null ? null : readJson(snapshotDocument, bytes, archive.locate(key));
}

/**
 * Keeps payloads under their hashes; those that are there already are not written again. It is asked for all at once:
 * one after the other would cost a bucket's answer time each. One is packed at a time, while the one before is
 * written: more would take the processors from the figures, which are computed meanwhile.
 * @throws ArchiveError
 */
export async function keepPayloads(archive: Archive, payloads: readonly HashedPayload[]): Promise<void> {
  const distinct = new Map(payloads.map((payload) => [payload.raw, payload]));
  const found = await Promise.all(
    [...distinct.values()].map(async (payload) => ({
      ...payload,
      kept: (await archive.list(keys.raw(payload.raw))).length > 0,
    })),
  );
  let written: Promise<unknown> = Promise.resolve();
  for (const { raw, bytes, kept } of found) {
    if (kept) continue;
    const key = keys.raw(raw);
    const packed = await packPayload(bytes);
    await written;
    written = archive.putNew(key, packed);
    // Awaited later; this only prevents an unhandledRejection.
    written.catch(() => undefined);
  }
  await written;
}

/**
 * Keeps a snapshot whose payloads are kept. When another run kept the same one first, that one remains.
 * @returns the document that the archive now holds @throws ArchiveError
 */
export async function keepSnapshot(archive: Archive, document: SnapshotDocument): Promise<SnapshotDocument> {
  const { session, id } = document;
  if (await archive.putNew(keys.snapshot(session, id), writeJson(document))) return document;
  const first = await readSnapshot(archive, session, id);
  if (first === null) throw new ArchiveError(`snapshot ${id} of ${session} vanished while it was read`);
  return first;
}

/** How many payloads are read at a time, and how many bytes all payloads of one snapshot may have. */
const atATime = 4;
const totalLimit = 512_000_000;

/**
 * The payloads of a snapshot from the archive alone, in its order.
 * @throws ArchiveError when one is absent, was changed, or unpacks to more than a payload or a snapshot may hold
 */
export async function readPayloads(archive: Archive, document: SnapshotDocument): Promise<HashedPayload[]> {
  let total = 0;
  return await mapLimited(document.payloads, atATime, async ({ note, ...listed }) => {
    const bytes = await unpackPayload(archive, listed);
    total += bytes.length;
    if (total > totalLimit)
      throw new ArchiveError(
        `snapshot ${document.id} of ${document.session} unpacks to over ${totalLimit} bytes`,
        {
          hint: 'No run collects that much. Use a copy of the archive that is as it was.',
        },
      );
    return { ...listed, ...(note === undefined ? {} : { note }), bytes };
  });
}
