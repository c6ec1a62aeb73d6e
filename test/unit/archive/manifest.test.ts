import { expect, it } from 'vitest';
import { writeJson } from '../../../lambda/archive/bytes.ts';
import { fingerprints, type Manifest, readManifest } from '../../../lambda/archive/manifest.ts';
import { ArchiveError } from '../../../lambda/errors.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';

const id = '0123456789abcdef';
const hash = 'a'.repeat(64);
const sound: Manifest = {
  schema: 'smallcap-briefing-manifest/1',
  edition: 'TNA',
  session: '2025-12-31',
  revision: 1,
  publishedAt: '2026-01-01T00:00:00.000Z',
  code: 'test',
  snapshot: { id, key: `snapshots/2025-12-31/${id}/snapshot.json` },
  previous: { session: '2025-12-30', revision: 2, sha256: hash },
  paper: 'A4',
  schemas: { report: 'schema/report-0123456789ab.json', manifest: 'schema/manifest-0123456789ab.json' },
  files: { 'report.json': { sha256: hash, bytes: 3 } },
};

/** The manifest that an archive gives of r1 of 2025-12-31 where these are its bytes. */
async function readBack(stored: object): Promise<Manifest | null> {
  const archive = new MemoryArchive();
  await archive.putNew('reports/2025-12-31/r1/manifest.json', writeJson(stored));
  return readManifest(archive, '2025-12-31', 1);
}

it('a manifest is read as it was written, also one of before schemas were kept', async () => {
  expect(await readBack(sound)).toEqual(sound);
  const { schemas: _, ...old } = sound;
  expect(await readBack(old)).toEqual(old);
  expect(await readManifest(new MemoryArchive(), '2025-12-31', 1)).toBeNull();
});

it.each<[string, object, string]>([
  [
    'a snapshot elsewhere',
    { snapshot: { id, key: `snapshots/2025-12-30/${id}/snapshot.json` } },
    'snapshot.key',
  ],
  ['a snapshot with a longer name', { snapshot: { id: `${id}0`, key: 'x' } }, 'snapshot.id'],
  ['a snapshot whose name climbs', { snapshot: { id: `/../${id}`, key: 'x' } }, 'snapshot.id'],
  ['a revision 0', { revision: 0 }, 'revision'],
  [
    'a predecessor of revision 0',
    { previous: { session: '2025-12-30', revision: 0, sha256: hash } },
    'previous.revision',
  ],
  [
    'a hash that is too long',
    { files: { 'report.json': { sha256: `${hash}a`, bytes: 3 } } },
    'files.report.json.sha256',
  ],
  [
    'a hash in capitals',
    { files: { 'report.json': { sha256: hash.toUpperCase(), bytes: 3 } } },
    'files.report.json.sha256',
  ],
  [
    'a file of fewer than no bytes',
    { files: { 'report.json': { sha256: hash, bytes: -1 } } },
    'files.report.json.bytes',
  ],
  ['a file that no revision has', { files: { 'other.json': { sha256: hash, bytes: 1 } } }, 'files'],
  [
    'a schema elsewhere',
    { schemas: { ...sound.schemas, report: 'x/schema/report-0123456789ab.json' } },
    'schemas.report',
  ],
  [
    'a schema of another kind',
    { schemas: { ...sound.schemas, manifest: 'schema/report-0123456789ab.json' } },
    'schemas.manifest',
  ],
  ['a member that it does not have', { more: 1 }, 'more'],
])('a manifest with %s is refused, by its field', async (_, change, field) => {
  const refused = await readBack({ ...sound, ...change }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ArchiveError);
  expect((refused as ArchiveError).message).toContain(field);
});

it.each<[string, object]>([
  ['session', { session: '2025-12-30', snapshot: { id, key: `snapshots/2025-12-30/${id}/snapshot.json` } }],
  ['revision', { revision: 2 }],
])('a manifest of another %s is refused where it lies', async (_, change) => {
  await expect(readBack({ ...sound, ...change })).rejects.toThrow(/not of its own place/);
});

it('files are named by their SHA-256 and size', () => {
  // The hash of "abc" in FIPS 180-2.
  expect(fingerprints(new Map([['report.json', Buffer.from('abc')]]))).toEqual({
    'report.json': {
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      bytes: 3,
    },
  });
});
