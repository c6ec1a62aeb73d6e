import { ArchiveError } from '../errors.ts';
import { codeOf } from './disk.ts';

/** A holder that has given no sign of life for this long is dead. The work under the lock takes milliseconds. */
const deadAfterMs = 3_000;

/**
 * Runs `work` while no other process does so under the same lock.
 * @throws ArchiveError when the lock could not be had within half a minute
 */
export async function withLock<T>(lockfilePath: string, subject: string, work: () => Promise<T>): Promise<T> {
  const { lock } = await import('proper-lockfile');
  const waits = { retries: 120, minTimeout: 20, maxTimeout: 250, factor: 1.3, randomize: true };
  let lost = false;
  const release = await lock(subject, {
    lockfilePath,
    realpath: false,
    stale: deadAfterMs,
    update: deadAfterMs / 3,
    retries: waits,
    onCompromised: () => {
      lost = true;
    },
  }).catch((error) => {
    if (codeOf(error) !== 'ELOCKED') throw error;
    throw new ArchiveError(`${subject} stays locked by another run`, {
      cause: error,
      hint: `Wait for that run to end; if there is none, remove ${lockfilePath}.`,
    });
  });
  try {
    return await work();
  } finally {
    if (!lost) await release();
  }
}
