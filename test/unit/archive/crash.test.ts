import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { watchedDisk } from '../../support/faulty-disk.ts';
import { revisionFiles, writeSession } from '../../support/one-session.ts';
import { temporaryFolder, treeOf } from '../../support/temporary.ts';

const writer = join(import.meta.dirname, '../../support/dying-writer.ts');

/** Runs the writer in a process that dies, once before each of these changes to the disk; resolves to what ended it. */
function die(root: string, changes: readonly number[]): Promise<string | null> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };
    const child = execFile(process.execPath, [writer, root, ...changes.map(String)], { env });
    child.on('exit', (_, signal) => resolve(signal));
  });
}

/** The tree of an archive except for a lock that a dead process left, which the next one that needs it takes over. */
async function lasting(folder: string): Promise<Record<string, string>> {
  const entries = Object.entries(await treeOf(folder));
  return Object.fromEntries(entries.filter(([path]) => !path.endsWith('.lock')));
}

describe('a crash between any two changes to the disk', () => {
  let changes = 0;
  let undisturbed: Record<string, string>;
  let root: { path: string; dispose: () => Promise<void> };

  beforeAll(async () => {
    root = await temporaryFolder();
    const folder = join(root.path, 'undisturbed');
    const disk = watchedDisk((change) => {
      changes = change;
    });
    await writeSession(new FolderArchive(folder, disk));
    undisturbed = await lasting(folder);
  });
  afterAll(() => root.dispose());

  async function recover(change: number): Promise<void> {
    const folder = join(root.path, `before-${change}`);
    const left = new FolderArchive(folder);
    const published = await left.list('reports/');
    expect([0, revisionFiles.size], `change ${change}`).toContain(published.length);
    const tree = await treeOf(folder);
    for (const key of [...published, ...(await left.list('snapshots/')), ...(await left.list('index.json'))])
      expect(tree[key], `${key} after change ${change}`).toBe(undisturbed[key]);

    await writeSession(new FolderArchive(folder));
    expect(await lasting(folder), `after change ${change}`).toEqual(undisturbed);
  }

  it('leaves nothing half-written, and the next run completes it', async () => {
    expect(changes).toBeGreaterThan(20);
    const all = Array.from({ length: changes }, (_, i) => i + 1);
    expect(await die(root.path, all)).toBe('SIGKILL');
    for (const change of all) await recover(change);
  });
});
