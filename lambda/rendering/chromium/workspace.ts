import { chmod, lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RenderError } from '../../errors.ts';

/** What we make in a workspace: unpacked browsers with their locks, unfinished ones, profiles. */
const ourEntry = /^(chromium-|inflating-|profile-)/;

/**
 * Makes the folder in which browsers and profiles lie ours alone: a predictable name in a shared temporary folder
 * could have been put there by another user. One that others could write to is emptied of what a browser is started
 * from, as they may have put another program there.
 * @throws RenderError when it belongs to another user, or is a link or a file
 */
export async function claimWorkspace(workspace: string): Promise<void> {
  await mkdir(workspace, { recursive: true, mode: 0o700 });
  const found = await lstat(workspace);
  const ours = process.getuid === undefined || found.uid === process.getuid();
  if (!found.isDirectory() || !ours)
    throw new RenderError(`${workspace} belongs to another user, so no browser is run from it`, {
      hint: 'Remove it, or set TMPDIR to a folder of your own.',
    });
  if (process.platform === 'win32' || (found.mode & 0o022) === 0) return;
  await chmod(workspace, 0o700);
  for (const name of (await readdir(workspace)).filter((entry) => ourEntry.test(entry)))
    await rm(join(workspace, name), { recursive: true, force: true });
}
