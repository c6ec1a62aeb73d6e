import { ArchiveUnavailable } from '../errors.ts';
import type { Archive } from './archive.ts';

/** After this many lost races for a document the merge is given up. */
const tries = 60;

/**
 * As `update` of an archive, for a merge that must wait or takes long: it is made outside of the update, and again when
 * another run wrote meanwhile.
 * @throws ArchiveError
 */
export async function mergeInto(
  archive: Archive,
  key: string,
  merge: (old: Uint8Array | null) => Promise<Uint8Array>,
): Promise<void> {
  for (let tried = 1; tried <= tries; tried += 1) {
    const known = await archive.get(key);
    const merged = await merge(known);
    let met = false;
    await archive.update(key, (old) => {
      met = old === null || (known !== null && Buffer.compare(old, known) === 0);
      return old === null || met ? merged : old;
    });
    if (met) return;
  }
  throw new ArchiveUnavailable(`${archive.locate(key)} is changed by others without end`, {
    hint: 'Run again when fewer runs are under way.',
  });
}
