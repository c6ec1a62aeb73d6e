import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of, writeJson } from '../../../lambda/archive/bytes.ts';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { fileLimit } from '../../../lambda/archive/inside.ts';
import type { SnapshotDocument } from '../../../lambda/archive/snapshots.ts';
import { keys } from '../../../lambda/archive-layout.ts';
import { ArchiveError } from '../../../lambda/errors.ts';
import { checkArchive } from '../../../lambda/runs/check.ts';
import { publishSample, sample } from '../../support/published-sample.ts';
import { temporaryFolder, treeOf } from '../../support/temporary.ts';

const revision = keys.revision(sample.session, sample.revision);
const id = '0'.repeat(16);

let folder: { path: string; dispose: () => Promise<void> };
let root: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  root = join(folder.path, 'archive');
});
afterEach(() => folder.dispose());

/** An archive with one briefing and a snapshot of these payloads, as it may come from a stranger. */
async function archiveWith(payloads: readonly (readonly [raw: string, packed: Uint8Array])[] = []) {
  const archive = new FolderArchive(root);
  await publishSample(archive, '2026-01-01T00:00:00.000Z');
  const document: SnapshotDocument = {
    schema: 'smallcap-briefing-snapshot/1',
    id,
    edition: 'tna',
    session: sample.session,
    collectedAt: '2026-01-01T00:00:00.000Z',
    simulated: false,
    payloads: payloads.map(([raw], at) => ({
      key: `bars:S${at}`,
      source: 'folder',
      origin: 'market/S.csv',
      raw,
      fetchedAt: '2026-01-01T00:00:00.000Z',
    })),
  };
  await archive.putNew(keys.snapshot(sample.session, id), writeJson(document));
  for (const [raw, packed] of payloads) await archive.putNew(keys.raw(raw), packed);
  return archive;
}

async function changeManifest(change: (manifest: Record<string, unknown>) => unknown): Promise<void> {
  const path = join(root, revision, 'manifest.json');
  await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')))));
}

describe('an archive from elsewhere', () => {
  it('is checked without a problem when it is sound', async () => {
    const { problems, indexed } = await checkArchive(await archiveWith());
    expect(problems).toEqual([]);
    expect(indexed).toEqual([sample.session]);
  });

  it.each([
    ['../../../../etc/hostname', 'above the root'],
    ['../../2025-12-30/r1/report.json', 'in another revision'],
    ['/etc/hostname', 'from the root of the disk'],
    ['..\\..\\secret', 'with the separator of Windows'],
    ['C:secret', 'on a drive'],
    ['.', 'the folder itself'],
    ['', 'nothing'],
  ])('may not name the file %j (%s) in a manifest', async (name) => {
    const archive = await archiveWith();
    await changeManifest((manifest) => ({
      ...manifest,
      files: { ...(manifest.files as object), [name]: { sha256: '0'.repeat(64), bytes: 1 } },
    }));
    const { problems } = await checkArchive(archive);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('manifest.json, field files');
  });

  it.each([
    ['../../../elsewhere', 'snapshots/x'],
    [id, `snapshots/${sample.session}/../../../elsewhere/snapshot.json`],
  ])('may not name the snapshot %j at %j', async (name, key) => {
    const archive = await archiveWith();
    await changeManifest((manifest) => ({ ...manifest, snapshot: { id: name, key } }));
    const { problems } = await checkArchive(archive);
    expect(problems[0]).toContain('manifest.json, field snapshot');
  });

  it('may not show the manifest of another session', async () => {
    const archive = await archiveWith();
    const other = join(root, 'reports', '2024-01-02');
    await mkdir(other, { recursive: true });
    await rename(join(root, revision), join(other, 'r1'));
    const { problems } = await checkArchive(archive);
    expect(problems[0]).toContain(`is the manifest of r1 of ${sample.session}, not of its own place`);
  });

  it.each(['..', 'a/../../b', 'a//b', 'a/./b', '/a', 'a\\b', 'a\u0000b', 'c:/b'])(
    'has nothing under the key %j',
    async (key) => {
      const archive = await archiveWith();
      expect(() => archive.locate(key)).toThrow(ArchiveError);
      await expect(archive.get(key)).rejects.toThrow(ArchiveError);
      await expect(archive.putNew(key, Buffer.from('x'))).rejects.toThrow(ArchiveError);
      await expect(archive.update(key, () => Buffer.from('x'))).rejects.toThrow(ArchiveError);
    },
  );

  it('is not read or written through a link of a folder', async () => {
    await archiveWith();
    const victim = join(folder.path, 'victim');
    await rename(join(root, 'reports'), victim);
    await symlink('../victim', join(root, 'reports'));
    const before = await treeOf(victim);
    const archive = new FolderArchive(root);
    const isLink = /reports is a link/;
    await expect(archive.get(`${revision}report.json`)).rejects.toThrow(isLink);
    await expect(archive.list('reports/')).rejects.toThrow(isLink);
    await expect(publishSample(archive, '2026-01-02T00:00:00.000Z')).rejects.toThrow(isLink);
    await expect(archive.update('reports/new.json', () => Buffer.from('x'))).rejects.toThrow(isLink);
    expect(await treeOf(victim)).toEqual(before);
  });

  it('is not read through a link of a file, or from a pipe', async () => {
    const archive = await archiveWith();
    await symlink('/etc/hostname', join(root, 'link.json'));
    await expect(archive.get('link.json')).rejects.toThrow(/link\.json is a link/);
    await promisify(execFile)('mkfifo', [join(root, 'pipe.json')]);
    await expect(archive.get('pipe.json')).rejects.toThrow(/pipe\.json is no regular file/);
  });

  it('may itself lie behind a link, as its owner chose', async () => {
    await archiveWith();
    await symlink('archive', join(folder.path, 'shortcut'));
    const archive = new FolderArchive(join(folder.path, 'shortcut'));
    expect(await archive.get(`${revision}report.json`)).not.toBeNull();
  });

  it('never has anything removed through a link of its working folder', async () => {
    const victim = join(folder.path, 'victim');
    const name = `${hostname()}~4194999~aaaaaaaa`;
    await mkdir(join(victim, name), { recursive: true });
    await mkdir(root);
    await symlink('../victim', join(root, '.staging'));
    await expect(new FolderArchive(root).putNew('a', Buffer.from('a'))).rejects.toThrow(
      /\.staging is a link/,
    );
    expect(await readdir(victim)).toEqual([name]);
  });

  it('loses no file of its working folder that is not named as ours', async () => {
    const names = [
      `${hostname()}~4194999~aaaaaaaaa`,
      'notes.~1~',
      'proj~1',
      'thesis.txt~',
      'x~4194999~nothex12',
    ];
    for (const name of names) await mkdir(join(root, '.staging', name), { recursive: true });
    await new FolderArchive(root).putNew('a', Buffer.from('a'));
    expect((await readdir(join(root, '.staging'))).sort()).toEqual(names.sort());
  });

  it('cannot unpack to more than a payload may hold', async () => {
    const bomb = gzipSync(Buffer.alloc(fileLimit + 1), { level: 1 });
    const least = gzipSync(Buffer.alloc(fileLimit), { level: 1 });
    const { problems } = await checkArchive(
      await archiveWith([
        ['1'.repeat(64), bomb],
        [sha256Of(Buffer.alloc(fileLimit)), least],
      ]),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`unpacks to over ${fileLimit} bytes`);
  });

  it('may not hold a document of millions of entries', async () => {
    const archive = await archiveWith();
    await writeFile(join(root, 'index.json'), `{"sessions":[${'0,'.repeat(3_000_000)}0]}`);
    const { problems } = await checkArchive(archive);
    expect(problems[0]).toContain('index.json holds a list of 3000001 entries');
    await writeFile(join(root, 'index.json'), ' '.repeat(16_000_001));
    expect((await checkArchive(archive)).problems[0]).toContain('16000000 are allowed');
  });
});
