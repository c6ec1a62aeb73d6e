import { ArchiveError, BriefingError } from '../errors.ts';
import { codeOf } from './disk.ts';

const reasons: Record<string, readonly [reason: string, hint: string]> = {
  ENOSPC: ['the disk is full', 'Free some space and run again: nothing half-written is in the archive.'],
  EDQUOT: [
    'the disk quota is used up',
    'Free some space and run again: nothing half-written is in the archive.',
  ],
  EACCES: ['permission denied', 'Choose an output folder that you may read and write.'],
  EPERM: ['operation not permitted', 'Choose an output folder that you may read and write.'],
  EROFS: ['the file system is read-only', 'Choose an output folder that you may write.'],
  ENOTDIR: [
    'a file stands where a folder should be',
    'Choose another output folder, or move that file away.',
  ],
  EEXIST: ['a file stands where a folder should be', 'Choose another output folder, or move that file away.'],
  EISDIR: [
    'a folder stands where a file should be',
    'Choose another output folder, or move that folder away.',
  ],
  ENOENT: ['the folder cannot be made there', 'Choose an output folder that you may write.'],
};

/** What people read when the disk says no. Errors that already speak for themselves pass. */
export function archiveFailure(root: string, what: string, error: unknown): Error {
  if (error instanceof BriefingError) return error;
  const code = codeOf(error);
  const known = code === undefined ? undefined : reasons[code];
  if (!(error instanceof Error) || code === undefined)
    return error instanceof Error ? error : new Error(String(error));
  const [reason, hint] = known ?? [error.message, 'See that the disk is well, then run again.'];
  return new ArchiveError(`archive ${root}: cannot ${what}: ${reason} (${code})`, { cause: error, hint });
}
