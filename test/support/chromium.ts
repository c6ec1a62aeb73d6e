import { readdir, readFile, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inflateChromium, packedChromium } from '../../lambda/rendering/chromium/inflate.ts';
import { defaultWorkspace } from '../../lambda/rendering/chromium/locate.ts';
import { temporaryFolder } from './temporary.ts';

/** A workspace of its own, so that what runs and lies in it is one test's, with the browser inflated once for all. */
export async function ownWorkspace(): Promise<{ path: string; dispose: () => Promise<void> }> {
  const inflated = await inflateChromium(packedChromium(), defaultWorkspace());
  const folder = await temporaryFolder();
  await symlink(inflated, join(folder.path, basename(inflated)));
  return folder;
}

/** Ids of the running processes that work in a folder, read from what they were started with. */
export async function processesIn(folder: string): Promise<number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      const line = await readFile(`/proc/${id}/cmdline`, 'latin1').catch(() => '');
      return line.includes(`--user-data-dir=${folder}/`) ? [Number(id)] : [];
    }),
  );
  return found.flat();
}

/** The profiles that lie in a workspace. */
export async function profilesIn(workspace: string): Promise<string[]> {
  return (await readdir(workspace)).filter((name) => name.startsWith('profile-'));
}
