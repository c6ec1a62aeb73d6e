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
  /** The first change for the site, which comes behind all else. */
  let site = Number.POSITIVE_INFINITY;
  let undisturbed: Record<string, string>;

  beforeAll(async () => {
    root = await temporaryFolder();
    data = await smallData(join(root.path, 'data'));
    const out = join(root.path, 'undisturbed');
    const disk = watchedDisk((change, _, path) => {
      changes = change;
      if (/[\\/](site|data)[\\/]/.test(path.slice(out.length))) site = Math.min(site, change);
    });
    await smallRun(data, new FolderArchive(out, disk));
    undisturbed = await lasting(out);
  });
  afterAll(() => root.dispose());

  async function dieAndRecover(change: number): Promise<void> {
    const out = join(root.path, `before-${change}`);
    const { signal, stderr } = await script('dying-run.ts', [data, out, String(change)]);
    expect([signal, stderr], `change ${change}`).toEqual(['SIGKILL', '']);
    // What is published is whole and can be replayed, or it is not there.
    const { problems } = await checkArchive(new FolderArchive(out));
    expect(problems, `change ${change}`).toEqual([]);
    // The clock of these runs stands still, so the one right briefing is known to the byte.
    await smallRun(data, new FolderArchive(out));
    expect(await lasting(out), `after change ${change}`).toEqual(undisturbed);
  }

  it('publishes nothing by half, and the next run completes it to exactly one right briefing', async () => {
    expect(changes).toBeGreaterThan(30);
    expect(site).toBeGreaterThan(25);
    expect(site).toBeLessThan(changes);
    // Every change up to the index, and each fifth of the site's: test/property/site.test.ts takes all of those.
    const waiting = Array.from({ length: changes }, (_, i) => i + 1).filter(
      (change) => change < site || (change - site) % 5 === 0,
    );
    const worker = async () => {
      for (let change = waiting.shift(); change !== undefined; change = waiting.shift())
        await dieAndRecover(change);
    };
    await Promise.all([worker(), worker(), worker()]);
  }, 300_000);
});
