import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import {
  describeSnapshot,
  hashed,
  keepPayloads,
  keepSnapshot,
  readPayloads,
  readSnapshot,
  snapshotDocument,
} from '../../../lambda/archive/snapshots.ts';
import { ArchiveError } from '../../../lambda/errors.ts';
import type { Flag } from '../../../lambda/series/flag.ts';
import type { HashedPayload, Payload } from '../../../lambda/sources/source.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';

const session = '2025-12-31';
const of = { edition: 'TNA', session, collectedAt: '2025-12-31T22:50:00.000Z', simulated: false };
const payload = (key: string, more: Partial<Payload> = {}): HashedPayload =>
  hashed({
    key,
    source: 'yahoo',
    origin: `https://example/${key}`,
    fetchedAt: '2025-12-31T22:49:00.000Z',
    bytes: Buffer.from(`bytes of ${key}`),
    ...more,
  });
const two = [payload('bars:IWM'), payload('bars:SPY')];
const idOf = (payloads: readonly HashedPayload[], more: Partial<typeof of> = {}) =>
  describeSnapshot({ ...of, ...more }, payloads).id;
const id = idOf(two);
const changed = (more: Partial<Payload>) => idOf([payload('bars:IWM', more), two[1]!]);
const flagged = (code: Flag['code']): Flag => ({ code, subject: 'IWM', text: 'as it was noticed' }) as Flag;

const text = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString();

it('a payload is named by the SHA-256 of its bytes', () => {
  const expected = createHash('sha256').update('bytes of bars:IWM').digest('hex');
  expect(two[0]).toMatchObject({ raw: expected, key: 'bars:IWM', bytes: Buffer.from('bytes of bars:IWM') });
});

it('a snapshot lists what was collected by series, with all that is known of each, and no bytes', () => {
  const more = {
    note: 'a substitute',
    response: { status: 200, headers: { etag: '"1"' } },
    knownBy: '2025-12-31',
    writtenAt: '2025-12-31T22:00:00.000Z',
    fault: 'no CSV',
    flags: [flagged('not-used')],
  };
  const document = describeSnapshot(of, [two[1]!, payload('bars:IWM', { ...more, fellBack: true })]);
  expect(document).toMatchObject({ schema: 'smallcap-briefing-snapshot/1', ...of });
  const { bytes: _, ...spy } = two[1]!;
  const { bytes: __, ...iwm } = two[0]!;
  expect(document.payloads).toEqual([{ ...iwm, ...more }, spy]);
  expect(snapshotDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
});

it('the same inputs are the same snapshot, whenever and in whatever order they came', () => {
  expect(id).toMatch(/^[0-9a-f]{16}$/);
  expect(idOf(two.toReversed(), { collectedAt: '2026-01-01T12:00:00.000Z' })).toBe(id);
  expect(changed({ fetchedAt: '2026-01-01T12:00:00.000Z', origin: 'elsewhere' })).toBe(id);
  expect(changed({ response: { status: 200, headers: { etag: '"1"' } } })).toBe(id);
  // A list of files that nothing uses changes no figure.
  expect(changed({ flags: [flagged('not-used')] })).toBe(id);
  expect(changed({ flags: [] })).toBe(id);
  // Written long after the session's close: the file can hold it.
  expect(changed({ writtenAt: '2026-01-02T00:00:00.000Z' })).toBe(id);
});

it('other inputs are another snapshot', () => {
  const others = [
    changed({ bytes: Buffer.from('other bytes') }),
    changed({ source: 'cboe' }),
    changed({ note: 'a substitute' }),
    changed({ knownBy: '2025-12-31' }),
    changed({ knownBy: '2025-12-30' }),
    changed({ fault: 'no CSV' }),
    changed({ fault: 'no prices' }),
    changed({ flags: [flagged('copied-bar')] }),
    changed({ flags: [flagged('refused-bar')] }),
    changed({ flags: [flagged('copied-bar')], knownBy: '2025-12-31' }),
    // Before the close of the session, at 21:00 UTC, it cannot hold its close.
    changed({ writtenAt: '2025-12-31T20:00:00.000Z' }),
    changed({ writtenAt: '2025-12-31T19:00:00.000Z' }),
    changed({ key: 'bars:QQQ' }),
    idOf(two.slice(1)),
    idOf(two, { edition: 'OTHER' }),
    idOf(two, { session: '2025-12-30' }),
    idOf(two, { simulated: true }),
  ];
  expect(new Set([id, ...others]).size).toBe(others.length + 1);
});

it('payloads are kept once each, packed, under the hash of their bytes', async () => {
  const archive = new MemoryArchive();
  const three = [...two, payload('bars:COPY', { bytes: two[0]!.bytes })];
  await keepPayloads(archive, three);
  const raw = two.map((one) => one.raw);
  expect(await archive.list('snapshots/raw/')).toEqual(
    raw.map((one) => `snapshots/raw/${one.slice(0, 2)}/${one}.gz`).sort(),
  );
  for (const one of two) {
    const packed = await archive.get(`snapshots/raw/${one.raw.slice(0, 2)}/${one.raw}.gz`);
    expect(gunzipSync(packed!).toString()).toBe(text(one.bytes));
  }
  expect(archive.calls.write).toBe(2);
  const asked: string[] = [];
  const putNew = archive.putNew.bind(archive);
  archive.putNew = (key, bytes) => {
    asked.push(key);
    return putNew(key, bytes);
  };
  const added = payload('bars:NEW');
  await keepPayloads(archive, [...three, added]);
  // What is there is neither packed nor sent again.
  expect(asked).toEqual([`snapshots/raw/${added.raw.slice(0, 2)}/${added.raw}.gz`]);
});

it('a payload that could not be kept is a failure', async () => {
  for (const nth of [1, 2]) {
    const archive = new MemoryArchive();
    let asked = 0;
    archive.putNew = () => {
      asked += 1;
      return asked === nth ? Promise.reject(new ArchiveError('the disk is full')) : Promise.resolve(true);
    };
    await expect(keepPayloads(archive, two)).rejects.toThrow('the disk is full');
  }
});

it('of two runs that keep the same snapshot the first one’s times remain', async () => {
  const archive = new MemoryArchive();
  const first = describeSnapshot(of, two);
  const second = describeSnapshot({ ...of, collectedAt: '2026-01-01T12:00:00.000Z' }, two);
  expect(await keepSnapshot(archive, first)).toEqual(first);
  expect(await keepSnapshot(archive, second)).toEqual(first);
  expect(await readSnapshot(archive, session, first.id)).toEqual(first);
  expect(await readSnapshot(archive, '2025-12-30', first.id)).toBeNull();
});

it('a snapshot that vanishes between two reads is a failure', async () => {
  const archive = new MemoryArchive();
  archive.putNew = async () => false;
  await expect(keepSnapshot(archive, describeSnapshot(of, two))).rejects.toThrow(/vanished/);
});

it('payloads are read back in the order of their snapshot, as they were received', async () => {
  const archive = new MemoryArchive([3, 0, 1]);
  const many = Array.from({ length: 11 }, (_, at) =>
    payload(`bars:S${String(at).padStart(2, '0')}`, at === 4 ? { note: 'a substitute' } : {}),
  );
  await keepPayloads(archive, many);
  const read = await readPayloads(archive, describeSnapshot(of, many));
  expect(read.map(({ bytes, ...listed }) => ({ ...listed, bytes: Buffer.from(bytes) }))).toEqual(many);
  expect(read[0]).not.toHaveProperty('note');
});

it.each<[string, (packed: Buffer) => Buffer | null]>([
  ['absent', () => null],
  ['cut short', (packed) => packed.subarray(0, -9)],
  ['another', () => Buffer.from('not packed')],
])('a payload that is %s is named, and nothing is read from it', async (_, spoil) => {
  const archive = new MemoryArchive();
  await keepPayloads(archive, two);
  const key = `snapshots/raw/${two[1]!.raw.slice(0, 2)}/${two[1]!.raw}.gz`;
  const spoiled = new MemoryArchive();
  const other = `snapshots/raw/${two[0]!.raw.slice(0, 2)}/${two[0]!.raw}.gz`;
  await spoiled.putNew(other, (await archive.get(other))!);
  const bytes = spoil(Buffer.from((await archive.get(key))!));
  if (bytes !== null) await spoiled.putNew(key, bytes);
  await expect(readPayloads(spoiled, describeSnapshot(of, two))).rejects.toThrow(`memory:${key} (bars:SPY)`);
});
