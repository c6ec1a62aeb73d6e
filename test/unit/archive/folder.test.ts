import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { ArchiveError } from '../../../lambda/errors.ts';
import { fullDisk, watchedDisk } from '../../support/faulty-disk.ts';
import { revisionFiles, writeSession } from '../../support/one-session.ts';
import { temporaryFolder, treeOf } from '../../support/temporary.ts';

let folder: { path: string; dispose: () => Promise<void> };
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.dispose());

describe('the folder archive', () => {
  it('makes no folder by reading', async () => {
    const path = join(folder.path, 'never');
    const archive = new FolderArchive(path);
    await archive.get('index.json');
    await archive.list('reports/');
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('writes the manifest after every other file', async () => {
    const written: string[] = [];
    const disk = watchedDisk(() => undefined);
    const archive = new FolderArchive(folder.path, {
      ...disk,
      write: (path, bytes) => {
        written.push(path.split('/').at(-1)!);
        return disk.write(path, bytes);
      },
    });
    await archive.publish('2025-12-31', 1, revisionFiles);
    expect(written).toHaveLength(3);
    expect(written.at(-1)).toBe('manifest.json');
  });

  it('writes nothing when a change changes nothing', async () => {
    const archive = new FolderArchive(folder.path);
    await archive.update('index.json', () => Buffer.from('same'));
    let changes = 0;
    const again = new FolderArchive(
      folder.path,
      watchedDisk((change) => {
        changes = change;
      }),
    );
    await again.update('index.json', () => Buffer.from('same'));
    expect(changes).toBe(0);
  });

  it('sweeps the unfinished work of dead processes and leaves that of the living', async () => {
    const { hostname } = await import('node:os');
    const staging = join(folder.path, '.staging');
    // A process id beyond Linux's and macOS's largest belongs to no process.
    const dead = `${hostname()}~4194999~aaaaaaaa`;
    const alive = `${hostname()}~${process.ppid}~bbbbbbbb`;
    const elsewhere = 'another-machine~4194999~cccccccc';
    for (const name of [dead, alive, elsewhere]) await mkdir(join(staging, name), { recursive: true });
    await new FolderArchive(folder.path).putNew('a', Buffer.from('a'));
    expect((await readdir(staging)).sort()).toEqual([alive, elsewhere].sort());
  });

  it('lists no unfinished work', async () => {
    const archive = new FolderArchive(folder.path);
    await archive.putNew('a', Buffer.from('a'));
    await writeFile(join(folder.path, '.staging', 'half'), 'half');
    expect(await archive.list('')).toEqual(['a']);
  });

  it('never takes a disk that fails for a name that is taken', async () => {
    const disk = watchedDisk((_, name) => {
      if (name === 'link' || name === 'rename') throw Object.assign(new Error('EIO'), { code: 'EIO' });
    });
    const archive = new FolderArchive(folder.path, disk);
    await expect(archive.putNew('a', Buffer.from('a'))).rejects.toThrow(ArchiveError);
    await expect(archive.publish('2025-12-31', 1, revisionFiles)).rejects.toThrow(ArchiveError);
    expect(await archive.list('')).toEqual([]);
  });

  it('makes the name of a revision last, and settles nothing where it was taken', async () => {
    const settled: string[] = [];
    const disk = watchedDisk((_, name, path) => {
      if (name === 'settle') settled.push(path);
    });
    const archive = new FolderArchive(folder.path, disk);
    await archive.publish('2025-12-31', 1, revisionFiles);
    expect(settled.at(-1)).toBe(join(folder.path, 'reports', '2025-12-31'));
    expect(settled).toHaveLength(2);
    expect(await archive.publish('2025-12-31', 1, revisionFiles)).toBe(false);
    expect(settled).toHaveLength(3);
  });

  it('follows a folder that is a symbolic link', async () => {
    await mkdir(join(folder.path, 'real'));
    await symlink(join(folder.path, 'real'), join(folder.path, 'link'));
    await writeSession(new FolderArchive(join(folder.path, 'link')));
    expect(await new FolderArchive(join(folder.path, 'real')).list('reports/')).toHaveLength(3);
  });
});

describe('a disk that refuses', () => {
  it('is named when it is full, with what to do, and nothing appears', async () => {
    let changes = 0;
    const counted = join(folder.path, 'counted');
    await writeSession(
      new FolderArchive(
        counted,
        watchedDisk((change) => {
          changes = change;
        }),
      ),
    );
    const whole = await treeOf(counted);
    for (let n = 1; n <= changes; n++) {
      const path = join(folder.path, String(n));
      const outcome = await writeSession(new FolderArchive(path, fullDisk(n))).catch((error) => error);
      if (outcome === undefined) continue; // only removals were left
      expect(outcome).toBeInstanceOf(ArchiveError);
      expect(outcome.message).toMatch(/cannot (write|publish|update) .*the disk is full \(ENOSPC\)/);
      expect(outcome.hint).toMatch(/free some space/i);
      const left = await treeOf(path);
      for (const [name, content] of Object.entries(left))
        expect(content, `${name} after change ${n}`).toBe(whole[name]);
    }
  });

  it.each([
    ['a file stands in its place', (path: string) => writeFile(path, 'not a folder')],
    ['a file stands above it', (path: string) => writeFile(path.replace(/\/out$/, ''), 'not a folder')],
  ])('is named when %s', async (_, spoil) => {
    const above = join(folder.path, 'above');
    if (_ === 'a file stands in its place') await mkdir(above);
    const out = join(above, 'out');
    await spoil(out);
    const before = await treeOf(folder.path);
    const archive = new FolderArchive(out);
    await expect(archive.get('index.json')).rejects.toThrow(/a file stands where a folder should be/);
    await expect(archive.putNew('a', Buffer.from('a'))).rejects.toThrow(ArchiveError);
    expect(await treeOf(folder.path)).toEqual(before);
  });
});
