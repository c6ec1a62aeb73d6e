import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod';
import { keys } from '../contract.ts';
import { ArchiveError } from '../errors.ts';
import type { Payload } from '../sources/source.ts';
import type { Archive } from './archive.ts';
import { readJson, sha256Of, writeJson } from './bytes.ts';

const compress = promisify<Uint8Array, { level: number }, Buffer>(gzip);
const decompress = promisify(gunzip);

/** Of CSV files, level 4 takes 40 % of the time of the usual 6 and 6 % more room. */
const compression = 4;

/** `snapshot.json`: what one run collected for one session. The payloads themselves lie under their hashes. */
export const snapshotDocument = z.strictObject({
  schema: z.literal('smallcap-briefing-snapshot/1'),
  id: z.string(),
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
      flags: z.array(z.strictObject({ subject: z.string(), text: z.string() })).optional(),
    }),
  ),
});

export type SnapshotDocument = z.infer<typeof snapshotDocument>;

/** A payload together with the hash that names it in the archive. */
export interface HashedPayload extends Payload {
  readonly raw: string;
}

export function hashed(payload: Payload): HashedPayload {
  return { ...payload, raw: sha256Of(payload.bytes) };
}

/**
 * Describes what was collected. The id is a hash of what the figures are made from: edition, session and, per
 * series, its source and bytes. Times and places are left out, so the same inputs are the same snapshot.
 */
export function describeSnapshot(
  of: { edition: string; session: string; collectedAt: string; simulated: boolean },
  payloads: readonly HashedPayload[],
): SnapshotDocument {
  const listed = payloads
    .map(({ key, source, origin, raw, fetchedAt, note, response, knownBy, flags }) => ({
      key,
      source,
      origin,
      raw,
      fetchedAt,
      ...(note === undefined ? {} : { note }),
      ...(response === undefined ? {} : { response: { ...response } }),
      ...(knownBy === undefined ? {} : { knownBy }),
      ...(flags === undefined ? {} : { flags: [...flags] }),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const inputs = listed.map(({ key, source, raw, note, knownBy, flags }) => {
    const noticed = knownBy === undefined && flags === undefined ? [] : [knownBy ?? null, flags ?? null];
    return [key, source, raw, note ?? null, ...noticed];
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
    const packed = await compress(bytes, { level: compression });
    await written;
    written = archive.putNew(key, packed);
    // Its failure is told where it is awaited; until then it must not count as unhandled.
    written.catch(() => undefined);
  }
  await written;
}

/**
 * Keeps a snapshot whose payloads are kept. When another run kept the same one first, that one stands.
 * @returns the document that the archive now holds @throws ArchiveError
 */
export async function keepSnapshot(archive: Archive, document: SnapshotDocument): Promise<SnapshotDocument> {
  const { session, id } = document;
  if (await archive.putNew(keys.snapshot(session, id), writeJson(document))) return document;
  const first = await readSnapshot(archive, session, id);
  if (first === null) throw new ArchiveError(`snapshot ${id} of ${session} vanished while it was read`);
  return first;
}

/** The payloads of a snapshot from the archive alone. @throws ArchiveError when one is absent or was changed */
export async function readPayloads(archive: Archive, document: SnapshotDocument): Promise<HashedPayload[]> {
  return await Promise.all(
    document.payloads.map(async ({ note, ...listed }) => {
      const key = keys.raw(listed.raw);
      const stored = await archive.get(key);
      const bytes = stored === null ? null : await decompress(stored).catch(() => null);
      if (bytes === null || sha256Of(bytes) !== listed.raw)
        throw new ArchiveError(
          `${archive.locate(key)} (${listed.key}) is ${stored === null ? 'not there' : 'damaged'}`,
          { hint: 'Restore it from a copy: the snapshot cannot be replayed without it.' },
        );
      return { ...listed, ...(note === undefined ? {} : { note }), bytes };
    }),
  );
}
