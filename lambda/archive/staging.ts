import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Disk, entriesOf } from './disk.ts';

/** Where unfinished work lies: inside the archive, so that a rename can move it, apart from what readers list. */
export const stagingFolder = '.staging';

/** After this long unfinished work of another machine is held for abandoned. */
const abandonedAfterMs = 60 * 60 * 1000;

/** A new name for unfinished work, which names its process, so that the next run can check whether that process still runs. */
export function stagingName(): string {
  return `${hostname()}~${process.pid}~${randomUUID().slice(0, 8)}`;
}

/** Exactly the names that {@link stagingName} gives: an editor's `notes~` or `draft~1~` is not ours to remove. */
const ourName = /^([^~]+)~(\d+)~[0-9a-f]{8}$/;

/**
 * Removes what runs that died left unfinished: at once when the process that made it is gone from this machine,
 * and after an hour when it was another machine's.
 */
export async function sweepStaging(root: string, disk: Disk): Promise<void> {
  const folder = join(root, stagingFolder);
  for (const name of await entriesOf(folder)) {
    const path = join(folder, name);
    if (await isAbandoned(name, path)) await disk.remove(path);
  }
}

async function isAbandoned(name: string, path: string): Promise<boolean> {
  // Locks lie here too and look after themselves.
  const [, host, pid] = ourName.exec(name) ?? [];
  if (pid === undefined) return false;
  if (host === hostname()) return !isAlive(Number(pid));
  const age = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  return age > abandonedAfterMs;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: another user's process, but a running one.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
