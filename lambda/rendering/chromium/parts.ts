import { lstat, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const list = 'parts.json';

/** Writes into a folder which files it has, and how many bytes each. */
export async function listParts(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const parts = await Promise.all(
    paths.map(async (path) => [relative(folder, path), (await lstat(path)).size] as const),
  );
  await writeFile(join(folder, list), JSON.stringify(Object.fromEntries(parts)));
}

/**
 * Whether each file that was listed is there and as long as it was. Cleaners of temporary folders remove single
 * files by age, and a full disk cuts them short; a browser with such a library does not start.
 */
export async function isIntact(folder: string): Promise<boolean> {
  try {
    const parts = Object.entries(JSON.parse(await readFile(join(folder, list), 'utf8')));
    const sound = await Promise.all(
      parts.map(async ([path, size]) => (await lstat(join(folder, path))).size === size),
    );
    return sound.length > 0 && sound.every(Boolean);
  } catch {
    return false;
  }
}
