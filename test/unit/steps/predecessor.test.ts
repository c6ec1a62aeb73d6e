import { afterAll, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { nextSession } from '../../../lambda/calendar/nyse.ts';
import { lastPublished } from '../../../lambda/steps/predecessor.ts';
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
