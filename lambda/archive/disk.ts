import { constants, copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Everything that the folder archive does to a disk that changes it. A port of its own so that a test can stop
 * the world between any two changes and look at what a crash there leaves behind.
 */
export interface Disk {
  makeFolder(path: string): Promise<void>;
  /** Writes a file that is not there yet; on the disk, not only in its cache, when the promise resolves. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Makes the names in a folder last through a power cut. */
  settle(folder: string): Promise<void>;
  /** A second name for a file, failing with `EEXIST` when the name is taken. */
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

export const localDisk: Disk = {
  makeFolder,

  async write(path, bytes) {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
  },

  async settle(folder) {
    // Windows cannot open a folder, and keeps names without being asked.
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },

  link: (from, to) =>
    link(from, to).catch((error) => {
      // File systems without hard links (exFAT, some network shares).
      if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error) ?? '')) throw error;
      return copyFile(from, to, constants.COPYFILE_EXCL);
    }),
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
};

/**
 * A folder and those above it. Not by the recursive `mkdir` of Node: that never returns where the kernel refuses
 * with `ENOENT` below a folder that exists, as under `/proc`.
 */
async function makeFolder(path: string): Promise<void> {
  const code = await mkdir(path).then(() => null, codeOf);
  if (code === null) return;
  if (code === 'ENOENT' && dirname(path) !== path) await makeFolder(dirname(path));
  else if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
  await mkdir(path).catch((error) => {
    // Another run may have made it in between.
    if (code !== 'ENOENT' || codeOf(error) !== 'EEXIST') throw error;
  });
}

/** Names of a folder's entries; none when the folder is not there. */
export async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The system's name for what went wrong: `ENOSPC`, `EACCES`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
