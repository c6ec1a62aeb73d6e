import { afterAll, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { nextSession } from '../../../lambda/calendar/nyse.ts';
import { isFounded, lastPublished } from '../../../lambda/steps/predecessor.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { publishSample, sample } from '../../support/published-sample.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const folder = await temporaryFolder();
afterAll(folder.dispose);

const later = (session: string, sessions: number): string =>
  sessions === 0 ? session : later(nextSession(session), sessions - 1);

it('finds the last published briefing in a week of sessions, and none beyond', async () => {
  const archive = new FolderArchive(folder.path);
  await publishSample(archive, '2026-01-01T00:00:00Z');
  for (const sessions of [0, 1, 4])
    expect((await lastPublished(archive, later(sample.session, sessions)))?.ref.session).toBe(sample.session);
  expect(await lastPublished(archive, later(sample.session, 5))).toBeNull();
});

it('a revision is founded where what it was compared with is what is published', async () => {
  const archive = new MemoryArchive();
  await publishSample(archive, '2026-01-01T00:00:00Z');
  const { ref } = (await lastPublished(archive, sample.session))!;
  const founded = (previous: typeof ref | null) => isFounded(archive, { previous });
  expect(await founded(ref)).toBe(true);
  expect(await founded({ ...ref, sha256: '0'.repeat(64) })).toBe(false);
  expect(await founded({ ...ref, revision: 2 })).toBe(false);
  expect([await founded(null), await isFounded(archive, null)]).toEqual([true, true]);
});
