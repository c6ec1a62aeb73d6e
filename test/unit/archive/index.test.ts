import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { addToIndex, indexEntries } from '../../../lambda/archive/index.ts';
import { keys } from '../../../lambda/archive-layout.ts';
import type { IndexEntry } from '../../../lambda/catalogue/index-entry.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const entry = (session: string, revision: number): IndexEntry => ({
  session,
  revision,
  edition: 'tna',
  publishedAt: '2026-01-02T01:20:00Z',
  simulated: true,
  incomplete: false,
  verdict: `revision ${revision}`,
  files: {},
});

let archive: FolderArchive;
let dispose: () => Promise<void>;
beforeEach(async () => {
  const folder = await temporaryFolder();
  archive = new FolderArchive(folder.path);
  dispose = folder.dispose;
});
afterEach(() => dispose());

const indexed = async () => (await indexEntries(archive)).map(({ session, revision }) => [session, revision]);
const latest = async () => {
  const { session, revision } = JSON.parse(Buffer.from((await archive.get(keys.latest))!).toString());
  return [session, revision];
};

it('a newer revision replaces an older one', async () => {
  await addToIndex(archive, [entry('2025-12-31', 1)]);
  await addToIndex(archive, [entry('2025-12-31', 2)]);
  expect(await indexed()).toEqual([['2025-12-31', 2]]);
  expect(await latest()).toEqual(['2025-12-31', 2]);
});

it('an older revision that is reported later replaces nothing', async () => {
  await addToIndex(archive, [entry('2025-12-31', 2)]);
  await addToIndex(archive, [entry('2025-12-31', 1)]);
  expect(await indexed()).toEqual([['2025-12-31', 2]]);
  expect(await latest()).toEqual(['2025-12-31', 2]);
});

it('sessions are listed newest first, and an older session does not become the latest', async () => {
  await addToIndex(archive, [entry('2025-12-31', 1)]);
  await addToIndex(archive, [entry('2025-12-29', 3), entry('2025-12-30', 1)]);
  expect(await indexed()).toEqual([
    ['2025-12-31', 1],
    ['2025-12-30', 1],
    ['2025-12-29', 3],
  ]);
  expect(await latest()).toEqual(['2025-12-31', 1]);
});
