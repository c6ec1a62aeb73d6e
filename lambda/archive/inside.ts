import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ArchiveError } from '../errors.ts';
import { codeOf } from './disk.ts';

/** Most bytes of one file of an archive that are read; a briefing's largest file has under one million. */
export const fileLimit = 64_000_000;

const hint = 'An archive holds only the files that this program wrote. Use a copy of it that is as it was.';

/**
 * The path of a key below an archive's root. The one place where a key becomes a path: names in documents of an
 * archive that was copied from elsewhere may say `../..`.
 *
 * @param key `/` between names, as in `archive-layout.ts`; empty for the root, `/` at its end for a folder
 * @throws ArchiveError when the key would name something outside the root
 */
export function pathOf(root: string, key: string): string {
  const names = key.replace(/\/$/, '').split('/');
  if (key !== '' && !names.every(isPlainName))
    throw new ArchiveError(`${JSON.stringify(key.slice(0, 60))} is no place in an archive`, { hint });
  const path = key === '' ? root : join(root, ...names);
  if (path !== root && !path.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new ArchiveError(`${JSON.stringify(key.slice(0, 60))} lies outside the archive`, { hint });
  return path;
}

/** A name of one file or folder on any system: no separator, no device or stream, nothing that climbs. */
const isPlainName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !/[\\:\p{Cc}]/u.test(name);

/**
 * Refuses an archive in which a folder on the way to `path` is a link: what is read or written there would lie
 * elsewhere. The root itself may be one, as its owner chose it.
 *
 * @param known folders found to be real ones before; those found now are added
 * @throws ArchiveError
 */
export async function refuseLinks(root: string, path: string, known: Set<string>): Promise<void> {
  let folder = root;
  for (const name of path.slice(root.length).split(sep).filter(Boolean).slice(0, -1)) {
    folder = join(folder, name);
    if (known.has(folder)) continue;
    const found = await lstat(folder).catch((error) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    });
    if (found === null) return;
    if (found.isSymbolicLink())
      throw new ArchiveError(`${folder} is a link, and leads out of the archive`, { hint });
    if (found.isDirectory()) known.add(folder);
  }
}

/**
 * A regular file's bytes; null when there is none.
 * @throws ArchiveError when it is a link, a folder, a device, or larger than {@link fileLimit}
 */
export async function readRegular(path: string): Promise<Uint8Array | null> {
  const file = await open(path, constants.O_RDONLY | noFollow | noWait).catch((error) => {
    if (codeOf(error) === 'ENOENT') return null;
    if (['ELOOP', 'EMLINK'].includes(codeOf(error) ?? ''))
      throw new ArchiveError(`${path} is a link, and leads out of the archive`, { cause: error, hint });
    if (codeOf(error) === 'ENXIO')
      throw new ArchiveError(`${path} is no regular file`, { cause: error, hint });
    throw error;
  });
  if (file === null) return null;
  try {
    const { size, isFile } = await file
      .stat()
      .then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) throw new ArchiveError(`${path} is no regular file`, { hint });
    if (size > fileLimit)
      throw new ArchiveError(`${path} has ${size} bytes, and no file of an archive has over ${fileLimit}`, {
        hint,
      });
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Not on Windows, where links need a privilege to be made. */
const noFollow = constants.O_NOFOLLOW ?? 0;
/** A pipe would otherwise be waited for without end. */
const noWait = constants.O_NONBLOCK ?? 0;
