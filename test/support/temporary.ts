import { createHash } from 'node:crypto';
import { readFileSync, statfsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** What all that tests write at a time is far below. */
const room = 2 ** 31;

/**
 * Where tests write: in memory where Linux has room for it and runs programs from it, since an archive waits for the disk
 * after each of some sixty files; elsewhere in the machine's temporary folder.
 */
export const temporaryPlace = hasRoom('/dev/shm') ? '/dev/shm' : tmpdir();

function hasRoom(memory: string): boolean {
  try {
    const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
    const [, , , options = 'noexec'] =
      mounts.findLast((line) => line.split(' ')[1] === memory)?.split(' ') ?? [];
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > room && !/\b(noexec|ro)\b/.test(options);
  } catch {
    return false;
  }
}

/** A folder of its own for one test, and what removes it. */
export async function temporaryFolder(): Promise<{ path: string; dispose: () => Promise<void> }> {
  const path = await mkdtemp(join(temporaryPlace, 'briefing-test-'));
  return { path, dispose: () => rm(path, { recursive: true, force: true }) };
}

/** Every file and folder under a folder with the hash of its content: equal trees are untouched trees. */
export async function treeOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const named = await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const content = entry.isFile()
        ? createHash('sha256')
            .update(await readFile(path))
            .digest('hex')
        : 'folder';
      return [relative(folder, path), content] as const;
    }),
  );
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same of an archive, without the ledger of runs: a run that changes nothing else has its row there. */
export async function treeButRuns(folder: string): Promise<Record<string, string>> {
  const tree = Object.entries(await treeOf(folder));
  return Object.fromEntries(tree.filter(([path]) => !/^(data\/)?runs(\/|$)/.test(path)));
}
