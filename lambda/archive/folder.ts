import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { files as fileNames, keys } from '../archive-layout.ts';
import type { Archive } from './archive.ts';
import { codeOf, type Disk, localDisk } from './disk.ts';
import { archiveFailure } from './failure.ts';
import { pathOf, readRegular, refuseLinks } from './inside.ts';
import { withLock } from './lock.ts';
import { stagingFolder, stagingName, sweepStaging } from './staging.ts';

/**
 * The archive as a folder. Whatever appears under its final name is complete: files are written and flushed
 * under `.staging/`, then named into place in one step. A crash leaves at most unfinished work in `.staging/`,
 * which the next run that writes sweeps away.
 */
export class FolderArchive implements Archive {
  readonly #root: string;
  readonly #disk: Disk;
  /** Folders of this archive that were found to be no links. */
  readonly #real = new Set<string>();
  #ready: Promise<void> | undefined;

  /** The folder need not exist: the first write makes it. */
  constructor(root: string, disk: Disk = localDisk) {
    this.#root = resolve(root);
    this.#disk = disk;
  }

  locate(key: string): string {
    return pathOf(this.#root, key);
  }

  /** The path of a key on which no link leads out of the archive. @throws ArchiveError */
  async #inside(key: string): Promise<string> {
    const path = this.locate(key);
    await refuseLinks(this.#root, path, this.#real);
    return path;
  }

  get(key: string): Promise<Uint8Array | null> {
    return this.#guard(`read ${key}`, async () => readRegular(await this.#inside(key)));
  }

  list(prefix: string): Promise<readonly string[]> {
    return this.#guard(`list ${prefix}`, async () => {
      const within = prefix.slice(0, prefix.lastIndexOf('/') + 1);
      const folder = this.locate(within);
      if (within !== '') await this.#inside(`${within}any`);
      const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
        if (codeOf(error) === 'ENOENT') return [];
        throw error;
      });
      return found
        .filter((entry) => entry.isFile())
        .map((entry) => relative(this.#root, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .filter((key) => key.startsWith(prefix) && !key.startsWith(`${stagingFolder}/`))
        .sort();
    });
  }

  putNew(key: string, bytes: Uint8Array): Promise<boolean> {
    return this.#guard(`write ${key}`, () =>
      this.#staged(async (staged) => {
        const target = await this.#inside(key);
        await this.#disk.write(staged, bytes);
        await this.#disk.makeFolder(dirname(target));
        return await unlessTaken(this.#disk.link(staged, target));
      }),
    );
  }

  publish(session: string, revision: number, files: ReadonlyMap<string, Uint8Array>): Promise<boolean> {
    const key = keys.revision(session, revision).replace(/\/$/, '');
    return this.#guard(`publish ${key}`, () =>
      this.#staged(async (staged) => {
        const target = await this.#inside(key);
        await this.#disk.makeFolder(staged);
        const write = (name: string, bytes: Uint8Array) => this.#disk.write(join(staged, name), bytes);
        const { [fileNames.manifest]: manifest, ...others } = Object.fromEntries(files);
        await Promise.all(Object.entries(others).map(([name, bytes]) => write(name, bytes)));
        if (manifest !== undefined) await write(fileNames.manifest, manifest);
        await this.#disk.settle(staged);
        await this.#disk.makeFolder(dirname(target));
        // A folder is never renamed over one that holds something.
        const done = await unlessTaken(this.#disk.rename(staged, target));
        if (done) await this.#disk.settle(dirname(target));
        return done;
      }),
    );
  }

  update(key: string, change: (old: Uint8Array | null) => Uint8Array): Promise<void> {
    return this.#guard(`update ${key}`, async () => {
      const before = await this.get(key);
      const changed = change(before);
      if (before !== null && isSame(before, changed)) return;
      const target = await this.#inside(key);
      const lock = join(this.#root, stagingFolder, `${key.replaceAll('/', '+')}.lock`);
      await this.#staged((staged) =>
        withLock(lock, target, async () => {
          const old = await this.get(key);
          await this.#disk.write(staged, isSame(old, before) ? changed : change(old));
          await this.#disk.makeFolder(dirname(target));
          await this.#disk.rename(staged, target);
          await this.#disk.settle(dirname(target));
        }),
      );
    });
  }

  /** Gives `work` a free name under `.staging/`, and leaves nothing under it. The first call sweeps. */
  async #staged<T>(work: (staged: string) => Promise<T>): Promise<T> {
    const folder = join(this.#root, stagingFolder);
    this.#ready ??= this.#sweep(folder);
    await this.#ready;
    const staged = join(folder, stagingName());
    try {
      return await work(staged);
    } finally {
      // What cannot be removed now is swept by a later run; the work's own outcome matters more.
      await this.#disk.remove(staged).catch(() => undefined);
    }
  }

  async #sweep(folder: string): Promise<void> {
    await refuseLinks(this.#root, join(folder, 'any'), this.#real);
    await this.#disk.makeFolder(folder);
    await sweepStaging(this.#root, this.#disk);
  }

  async #guard<T>(what: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw archiveFailure(this.#root, what, error);
    }
  }
}

/** False when the name was taken, as Linux, macOS and Windows say it. */
async function unlessTaken(naming: Promise<void>): Promise<boolean> {
  try {
    await naming;
    return true;
  } catch (error) {
    if (['EEXIST', 'ENOTEMPTY'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
