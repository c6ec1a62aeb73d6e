import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { checkArchive } from '../../../lambda/runs/check.ts';
import { watchedDisk } from '../../support/faulty-disk.ts';
import { temporaryFolder, treeOf } from '../../support/temporary.ts';
import { script } from './command.ts';
import { smallData } from './small-data.ts';
import { smallRun } from './small-run.ts';

/** The changes that an undisturbed run makes to its disk, counted from 1. */
export interface Changes {
  readonly count: number;
  /** The one by which the revision appears under its name. */
  readonly appears: number;
}

/** The tree of an archive but for a lock that a dead process left, which the next one that needs it takes over. */
async function lasting(folder: string): Promise<Record<string, string>> {
  const entries = Object.entries(await treeOf(folder));
  return Object.fromEntries(entries.filter(([path]) => !path.endsWith('.lock')));
}

/** @param chosen before which changes a run dies; the next run then completes what it left */
export function describeCrashes(name: string, chosen: (changes: Changes) => readonly number[]): void {
  describe(name, () => {
    let root: { path: string; dispose: () => Promise<void> };
    let data: string;
    let undisturbed: Record<string, string>;
    const changes = { count: 0, appears: 0 };

    beforeAll(async () => {
      root = await temporaryFolder();
      data = await smallData(join(root.path, 'data'));
      const out = join(root.path, 'undisturbed');
      const disk = watchedDisk((change, of) => {
        changes.count = change;
        if (of === 'rename' && changes.appears === 0) changes.appears = change;
      });
      await smallRun(data, new FolderArchive(out, disk));
      undisturbed = await lasting(out);
    });
    afterAll(() => root.dispose());

    async function recover(change: number): Promise<void> {
      const out = join(root.path, `before-${change}`);
      // What is published is whole and can be replayed, or it is not there. Indexes and pages may still lack it, and a
      // check says what makes them.
      const { problems } = await checkArchive(new FolderArchive(out));
      const lost = problems.filter((problem) => !/`archive rebuild` makes (it|them) again$/.test(problem));
      expect(lost, `change ${change}`).toEqual([]);
      // The clock of these runs is fixed, so the one right briefing is known to the byte.
      await smallRun(data, new FolderArchive(out));
      expect(await lasting(out), `after change ${change}`).toEqual(undisturbed);
    }

    it('publishes nothing by half, and the next run completes it to exactly one right briefing', async () => {
      expect(changes.count).toBeGreaterThan(50);
      expect(changes.appears).toBeGreaterThan(20);
      const all = chosen(changes);
      const inTwo = [all.filter((_, i) => i % 2 === 0), all.filter((_, i) => i % 2 === 1)];
      await Promise.all(
        inTwo.map(async (some) => {
          const { signal, stderr } = await script('dying-run.ts', [data, root.path, ...some.map(String)]);
          expect([signal, stderr]).toEqual(['SIGKILL', '']);
        }),
      );
      for (const change of all) await recover(change);
    }, 600_000);
  });
}

/** Every change. */
export const everyChange = ({ count }: Changes): number[] => Array.from({ length: count }, (_, i) => i + 1);

/**
 * Every seventh change, and those around the one by which the revision appears. A document is written by four or five
 * changes, so that every seventh meets each of them in turn.
 */
export const everySeventhChange = (changes: Changes): number[] =>
  everyChange(changes).filter(
    (change) => change % 7 === 1 || Math.abs(change - changes.appears) <= 2 || change === changes.count,
  );
