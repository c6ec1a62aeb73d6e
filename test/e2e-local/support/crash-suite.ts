import { spawnSync } from 'node:child_process';
import { type Dirent, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../../../lambda/archive/disk.ts';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { checkArchive } from '../../../lambda/runs/check.ts';
import { watchedDisk } from '../../support/faulty-disk.ts';
import { temporaryFolder, treeOf } from '../../support/temporary.ts';
import { smallData } from './small-data.ts';
import { smallRun } from './small-run.ts';

/** The changes that an undisturbed run makes to its disk, counted from 1. */
export interface Changes {
  readonly count: number;
  /** The one by which the revision appears under its name. */
  readonly appears: number;
}

/** The number of a process that has ended: the sweep leaves alone what a living one staged. */
const dead = spawnSync(process.execPath, ['--version']).pid;
const ofTheDead = (path: string) => path.replace(`~${process.pid}~`, `~${dead}~`);

/** Copies what lies there, as of a process that has died. What is renamed or removed meanwhile, by changes under way at the same time, is not there. */
async function copyOf(archive: string, to: string): Promise<void> {
  const gone = (error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  };
  const entries = await entriesOf(archive);
  for (const entry of entries) {
    const from = join(entry.parentPath, entry.name);
    const there = join(to, ofTheDead(relative(archive, from)));
    await mkdir(entry.isDirectory() ? there : dirname(there), { recursive: true });
    if (!entry.isDirectory()) await copyFile(from, there).catch(gone);
  }
}

/** Listed again when a folder goes while it is read; nothing of an archive that is not there yet. */
async function entriesOf(archive: string, tries = 5): Promise<Dirent[]> {
  try {
    return await readdir(archive, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    if (!existsSync(archive)) return [];
    if (tries === 0) throw error;
    return entriesOf(archive, tries - 1);
  }
}

/** The tree of an archive except for a lock that a dead process left, which the next one that needs it takes over. */
async function lasting(folder: string): Promise<Record<string, string>> {
  const entries = Object.entries(await treeOf(folder));
  return Object.fromEntries(entries.filter(([path]) => !path.endsWith('.lock')));
}

/**
 * What a run leaves that dies before a change is what lies on the disk then: one run is made, and its archive copied before
 * each of the changes. (A process that is killed indeed: test/unit/archive/crash.test.ts, e2e-local/backfill.test.ts.)
 *
 * @param chosen before which changes a run dies; the next run then completes what it left
 */
export function describeCrashes(name: string, chosen: (changes: Changes) => readonly number[]): void {
  describe(name, () => {
    let root: { path: string; dispose: () => Promise<void> };
    let data: string;
    let undisturbed: Record<string, string>;
    let all: readonly number[];
    const changes = { count: 0, appears: 0 };
    const leftBefore = (change: number) => join(root.path, `before-${change}`);

    beforeAll(async () => {
      root = await temporaryFolder();
      data = await smallData(join(root.path, 'data'));
      const counted = watchedDisk((change, of) => {
        changes.count = change;
        if (of === 'rename' && changes.appears === 0) changes.appears = change;
      });
      await smallRun(data, new FolderArchive(join(root.path, 'counted'), counted));
      all = chosen(changes);
      const out = join(root.path, 'undisturbed');
      const copied = watchedDisk(async (change) => {
        if (all.includes(change)) await copyOf(out, leftBefore(change));
      });
      await smallRun(data, new FolderArchive(out, copied));
      undisturbed = await lasting(out);
    });
    afterAll(() => root.dispose());

    async function recover(change: number): Promise<void> {
      const out = leftBefore(change);
      // What is published is whole and can be replayed, or it is not there. Indexes and pages may still lack it, and a
      // check says what makes them.
      const { problems } = await checkArchive(new FolderArchive(out));
      const lost = problems.filter((problem) => !/`archive rebuild` makes (it|them) again$/.test(problem));
      expect(lost, `change ${change}`).toEqual([]);
      // The clock of these runs is fixed, so the one right briefing is known to the byte.
      await smallRun(data, new FolderArchive(out));
      expect(await lasting(out), `after change ${change}`).toEqual(undisturbed);
      await rm(out, { recursive: true, force: true });
    }

    it('publishes nothing by half, and the next run completes it to exactly one right briefing', async () => {
      expect(changes.count).toBeGreaterThan(50);
      expect(changes.appears).toBeGreaterThan(20);
      for (const change of all) await recover(change);
    }, 600_000);
  });
}

/** Every change. */
export const everyChange = ({ count }: Changes): number[] => Array.from({ length: count }, (_, i) => i + 1);

/**
 * Every thirteenth change, and those around the one by which the revision appears. A document is written by four or five
 * changes, so that every thirteenth meets each of them in turn.
 */
export const everyThirteenthChange = (changes: Changes): number[] =>
  everyChange(changes).filter(
    (change) => change % 13 === 1 || Math.abs(change - changes.appears) <= 2 || change === changes.count,
  );
