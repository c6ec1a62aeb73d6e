import { type Disk, localDisk } from '../../lambda/archive/disk.ts';

/**
 * The local disk, with something happening just before each change to it: the process dies, the disk is full.
 * `before` is called with the number of the change, counted from 1, its name and its path; the change waits for it.
 */
export function watchedDisk(
  before: (change: number, name: keyof Disk, path: string) => void | Promise<void>,
): Disk {
  let count = 0;
  const watched =
    <Of extends string[] | [string, Uint8Array]>(name: keyof Disk, act: (...of: Of) => Promise<void>) =>
    async (...of: Of) => {
      count += 1;
      await before(count, name, String(of[0]));
      await act(...of);
    };
  return {
    makeFolder: watched('makeFolder', localDisk.makeFolder),
    write: watched('write', localDisk.write),
    settle: watched('settle', localDisk.settle),
    link: watched('link', localDisk.link),
    rename: watched('rename', localDisk.rename),
    remove: watched('remove', localDisk.remove),
  };
}

/** Never completes the n-th change or a later one, as when the process dies. */
export function haltedDisk(n: number, halted: () => void): Disk {
  return watchedDisk(async (change) => {
    if (change === n) halted();
    if (change >= n) await new Promise(() => undefined);
  });
}

/** A disk on which every change from the n-th on fails: it is full. */
export function fullDisk(n = 1): Disk {
  return watchedDisk((change, name) => {
    if (change >= n && name !== 'remove')
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  });
}
