import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { checkArchive } from '../../lambda/runs/check.ts';
import { watchedDisk } from '../support/faulty-disk.ts';
import { temporaryFolder, treeOf } from '../support/temporary.ts';
import { script } from './support/command.ts';
import { smallData } from './support/small-data.ts';
import { smallRun } from './support/small-run.ts';

/** The tree of an archive but for a lock that a dead process left, which the next one that needs it takes over. */
async function lasting(folder: string): Promise<Record<string, string>> {
  const entries = Object.entries(await treeOf(folder));
  return Object.fromEntries(entries.filter(([path]) => !path.endsWith('.lock')));
}

describe('a run that dies between any two changes to the disk', () => {
  let root: { path: string; dispose: () => Promise<void> };
  let data: string;
  let changes = 0;
  let undisturbed: Record<string, string>;

  beforeAll(async () => {
    root = await temporaryFolder();
    data = await smallData(join(root.path, 'data'));
    const out = join(root.path, 'undisturbed');
    const disk = watchedDisk((change) => {
      changes = change;
    });
    await smallRun(data, new FolderArchive(out, disk));
    undisturbed = await lasting(out);
  });
  afterAll(() => root.dispose());

  async function recover(change: number): Promise<void> {
    const out = join(root.path, `before-${change}`);
    // What is published is whole and can be replayed, or it is not there.
    const { problems } = await checkArchive(new FolderArchive(out));
    expect(problems, `change ${change}`).toEqual([]);
    // The clock of these runs stands still, so the one right briefing is known to the byte.
    await smallRun(data, new FolderArchive(out));
    expect(await lasting(out), `after change ${change}`).toEqual(undisturbed);
  }

  it('publishes nothing by half, and the next run completes it to exactly one right briefing', async () => {
    expect(changes).toBeGreaterThan(50);
    const all = Array.from({ length: changes }, (_, i) => i + 1);
    const inTwo = [all.filter((change) => change % 2 === 1), all.filter((change) => change % 2 === 0)];
    await Promise.all(
      inTwo.map(async (some) => {
        const { signal, stderr } = await script('dying-run.ts', [data, root.path, ...some.map(String)]);
        expect([signal, stderr]).toEqual(['SIGKILL', '']);
      }),
    );
    for (const change of all) await recover(change);
  }, 300_000);
});
