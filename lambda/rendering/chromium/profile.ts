import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { claimWorkspace } from './workspace.ts';

const prefix = 'profile-';
/** No print lasts this long: a profile of that age was left by a process that was killed. */
const abandonedAfter = 6 * 3_600_000;

/** The folder in which one browser process writes; nothing in it is ever read again. */
export interface Profile {
  readonly folder: string;
  /** Deletes it at once, also while the process is exiting. */
  remove(): void;
}

/** Makes a fresh profile, and clears away those that killed processes left behind. @throws RenderError */
export async function makeProfile(workspace: string): Promise<Profile> {
  await claimWorkspace(workspace);
  await removeAbandoned(workspace);
  const folder = await mkdtemp(join(workspace, prefix));
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }),
  };
}

async function removeAbandoned(workspace: string): Promise<void> {
  const names = (await readdir(workspace)).filter((name) => name.startsWith(prefix));
  for (const name of names) {
    const folder = join(workspace, name);
    const found = await stat(folder).catch(() => undefined);
    if (found === undefined || Date.now() - found.mtimeMs < abandonedAfter) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
