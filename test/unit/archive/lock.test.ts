import { mkdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withLock } from '../../../lambda/archive/lock.ts';
import { temporaryFolder } from '../../support/temporary.ts';

it('a lock that another run took over as dead is left to that run', async () => {
  const { path, dispose } = await temporaryFolder();
  const lock = join(path, 'index.lock');
  let done = false;
  const work = async () => {
    // Another process finds the holder dead: it removes the lock and takes its own.
    await rm(lock, { recursive: true });
    await mkdir(lock);
    await utimes(lock, new Date(1_000), new Date(1_000));
    // Longer than the holder waits before it looks after its lock again.
    await sleep(1_500);
    done = true;
    return 'kept';
  };
  await expect(withLock(lock, path, work)).resolves.toBe('kept');
  expect(done).toBe(true);
  await expect(mkdir(lock)).rejects.toMatchObject({ code: 'EEXIST' });
  await dispose();
});

it('a lock is free again after the work, also after work that failed', async () => {
  const { path, dispose } = await temporaryFolder();
  const lock = join(path, 'index.lock');
  await expect(withLock(lock, path, () => Promise.reject(new Error('the work failed')))).rejects.toThrow(
    'the work failed',
  );
  expect(await withLock(lock, path, async () => 'done')).toBe('done');
  await mkdir(lock);
  await dispose();
});

it('runs under one lock take their turns', async () => {
  const { path, dispose } = await temporaryFolder();
  let inside = 0;
  const work = async () => {
    inside += 1;
    await sleep(5);
    return inside--;
  };
  const turns = Array.from({ length: 4 }, () => withLock(join(path, 'index.lock'), path, work));
  expect(await Promise.all(turns)).toEqual([1, 1, 1, 1]);
  await dispose();
});
