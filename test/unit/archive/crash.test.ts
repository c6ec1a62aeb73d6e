import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { watchedDisk } from '../../support/faulty-disk.ts';
import { revisionFiles, writeSession } from '../../support/one-session.ts';
import { temporaryFolder, treeOf } from '../../support/temporary.ts';

const writer = join(import.meta.dirname, '../../support/dying-writer.ts');

/** Runs the writer in a process that dies before its n-th change to the disk; resolves to what ended it. */
function die(folder: string, change: number): Promise<string | null> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [writer, folder, String(change)]);
    child.on('exit', (_, signal) => resolve(signal));
  });
}

describe('a crash between any two changes to the disk', () => {
  let changes = 0;
  let undisturbed: Record<string, string>;
  let root: { path: string; dispose: () => Promise<void> };

  beforeAll(async () => {
    root = await temporaryFolder();
    const folder = join(root.path, 'undisturbed');
    await writeSession(
      new FolderArchive(
        folder,
        watchedDisk((change) => void (changes = change)),
      ),
    );
    undisturbed = await treeOf(folder);
  });
  afterAll(() => root.dispose());

  it('leaves nothing half-written, and the next run completes it', async () => {
    expect(changes).toBeGreaterThan(20);
    for (let change = 1; change <= changes; change++) {
      const folder = join(root.path, `before-${change}`);
      expect(await die(folder, change), `change ${change}`).toBe('SIGKILL');

      const left = new FolderArchive(folder);
      const published = await left.list('reports/');
      if (published.length > 0) {
        expect(published).toHaveLength(revisionFiles.size);
        for (const [name, bytes] of revisionFiles)
          expect(Buffer.from((await left.get(`reports/2025-12-31/r1/${name}`))!)).toEqual(bytes);
      }
      for (const key of [...(await left.list('snapshots/')), ...(await left.list('index.json'))])
        expect((await treeOf(folder))[key], `${key} after change ${change}`).toBe(undisturbed[key]);

      await writeSession(new FolderArchive(folder));
      expect(await treeOf(folder), `after change ${change}`).toEqual(undisturbed);
    }
  }, 120_000);
});
