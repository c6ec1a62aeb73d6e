import { expect, it } from 'vitest';
import { archiveFailure } from '../../../lambda/archive/failure.ts';
import { ArchiveError, UsageError } from '../../../lambda/errors.ts';

const of = (code: string) => Object.assign(new Error(`${code}: as the system says it`), { code });

it.each([
  ['ENOSPC', 'the disk is full', 'Free some space'],
  ['EDQUOT', 'the disk quota is used up', 'Free some space'],
  ['EACCES', 'permission denied', 'read and write'],
  ['EPERM', 'operation not permitted', 'read and write'],
  ['EROFS', 'the file system is read-only', 'that you may write'],
  ['ENOTDIR', 'a file stands where a folder should be', 'move that file away'],
  ['EEXIST', 'a file stands where a folder should be', 'move that file away'],
  ['EISDIR', 'a folder stands where a file should be', 'move that folder away'],
  ['ENOENT', 'the folder cannot be made there', 'that you may write'],
  ['EIO', 'EIO: as the system says it', 'run again'],
])('%s of a disk is said in words, with what to do', (code, reason, hint) => {
  const cause = of(code);
  const failure = archiveFailure('/out', 'write index.json', cause);
  expect(failure).toBeInstanceOf(ArchiveError);
  expect(failure.message).toBe(`archive /out: cannot write index.json: ${reason} (${code})`);
  expect(failure.cause).toBe(cause);
  expect((failure as ArchiveError).hint).toContain(hint);
});

it('what already says what happened passes as it is, and so does what no disk said', () => {
  for (const error of [new UsageError('said already'), new TypeError('a mistake of ours')])
    expect(archiveFailure('/out', 'write a', error)).toBe(error);
  expect(archiveFailure('/out', 'write a', 'a word')).toEqual(new Error('a word'));
});
