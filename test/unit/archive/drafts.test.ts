import { expect, it } from 'vitest';
import { findDraft, keepDraft, readDraft } from '../../../lambda/archive/drafts.ts';
import { ArchiveError } from '../../../lambda/errors.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';

const session = '2025-12-31';
const previous = { session: '2025-12-30', revision: 2, sha256: 'a'.repeat(64) };
const answer = { status: 'new' as const, revision: 1, work: 'work/2025-12-31/abc/', previous };

it('a draft is that of its execution and session, and the newest', async () => {
  const archive = new MemoryArchive();
  const refused = { message: 'no briefing', missing: ['IWM has no bar'] };
  await keepDraft(archive, 'fill-1', { session, snapshot: 'abc', answer: null, refused });
  await keepDraft(archive, 'fill-1', { session, snapshot: 'abc', answer });
  await keepDraft(archive, 'fill-2', { session, snapshot: 'def', answer: null, refused });
  expect(await readDraft(archive, 'fill-1', session)).toMatchObject({ session, snapshot: 'abc', answer });
  expect(await findDraft(archive, 'fill-1', session)).not.toHaveProperty('refused');
  expect(await readDraft(archive, 'fill-2', session)).toMatchObject({ answer: null, refused });
});

it('a draft that is not there is none, or a failure that says where it was', async () => {
  const archive = new MemoryArchive();
  expect(await findDraft(archive, 'fill-1', session)).toBeNull();
  await expect(readDraft(archive, 'fill-1', session)).rejects.toThrow(
    `memory:work/backfill/fill-1/${session}.json is not there`,
  );
});

it('a draft that is not as it was written is refused', async () => {
  const archive = new MemoryArchive();
  await keepDraft(archive, 'fill-1', { session, snapshot: 'abc', answer });
  await archive.update(`work/backfill/fill-1/${session}.json`, (old) =>
    Buffer.from(Buffer.from(old!).toString().replace('"new"', '"newer"')),
  );
  await expect(readDraft(archive, 'fill-1', session)).rejects.toThrow(ArchiveError);
});
