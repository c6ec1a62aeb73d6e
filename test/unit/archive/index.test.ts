import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { addToIndex, indexEntries, indexIn, yearEntries } from '../../../lambda/archive/index.ts';
import { keys } from '../../../lambda/archive-layout.ts';
import type { IndexEntry } from '../../../lambda/catalogue/index-entry.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const entry = (session: string, revision: number, more: Partial<IndexEntry> = {}): IndexEntry => ({
  session,
  revision,
  edition: 'tna',
  publishedAt: '2026-01-02T01:20:00Z',
  simulated: true,
  incomplete: false,
  verdict: `revision ${revision}`,
  files: {},
  ...more,
});

let archive: FolderArchive;
let dispose: () => Promise<void>;
beforeEach(async () => {
  const folder = await temporaryFolder();
  archive = new FolderArchive(folder.path);
  dispose = folder.dispose;
});
afterEach(() => dispose());

const json = async (key: string) => JSON.parse(Buffer.from((await archive.get(key))!).toString());
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

it('adding nothing writes nothing', async () => {
  expect(await addToIndex(archive, [])).toEqual([]);
  expect(await archive.list('')).toEqual([]);
  expect(await indexEntries(archive)).toEqual([]);
});

it('each year has an index of its own, and index.json a line for each, newest first', async () => {
  const added = [
    entry('2024-12-31', 1),
    entry('2025-01-02', 1),
    entry('2025-01-03', 2, { simulated: false }),
  ];
  expect(await addToIndex(archive, added)).toEqual(['2024', '2025']);
  expect(await json(keys.index)).toEqual({
    schema: 'smallcap-briefing-index/2',
    edition: 'tna',
    newest: { session: '2025-01-03', revision: 2, simulated: false },
    years: [
      { year: '2025', sessions: 2, real: 1, first: '2025-01-02', last: '2025-01-03', key: 'index/2025.json' },
      { year: '2024', sessions: 1, real: 0, first: '2024-12-31', last: '2024-12-31', key: 'index/2024.json' },
    ],
  });
  expect((await yearEntries(archive, '2025')).map(({ session }) => session)).toEqual([
    '2025-01-03',
    '2025-01-02',
  ]);
  expect(await yearEntries(archive, '2023')).toEqual([]);
});

it('a further year leaves the indexes of the others as they are', async () => {
  await addToIndex(archive, [entry('2024-12-31', 1)]);
  const before = await json(keys.yearIndex('2024'));
  expect(await addToIndex(archive, [entry('2025-01-02', 1)])).toEqual(['2025']);
  expect(await json(keys.yearIndex('2024'))).toEqual(before);
  expect(await indexed()).toEqual([
    ['2025-01-02', 1],
    ['2024-12-31', 1],
  ]);
});

it('latest.json names a real session before a newer simulated one', async () => {
  await addToIndex(archive, [entry('2025-12-30', 1, { simulated: false }), entry('2025-12-31', 1)]);
  expect(await latest()).toEqual(['2025-12-30', 1]);
});

it('an index from before the split is split by the next entry, and loses nothing', async () => {
  const old = [entry('2025-01-02', 1), entry('2024-12-31', 2)];
  const whole = { schema: 'smallcap-briefing-index/1', sessions: old };
  await archive.update(keys.index, () => Buffer.from(JSON.stringify(whole)));
  expect(await indexed()).toEqual([
    ['2025-01-02', 1],
    ['2024-12-31', 2],
  ]);
  expect(await addToIndex(archive, [entry('2025-01-03', 1)])).toEqual(['2025', '2024']);
  expect((await indexIn(archive))?.schema).toBe('smallcap-briefing-index/2');
  expect(await indexed()).toEqual([
    ['2025-01-03', 1],
    ['2025-01-02', 1],
    ['2024-12-31', 2],
  ]);
});

it('an empty index from before the split is replaced', async () => {
  const empty = { schema: 'smallcap-briefing-index/1', sessions: [] };
  await archive.update(keys.index, () => Buffer.from(JSON.stringify(empty)));
  await addToIndex(archive, [entry('2025-01-03', 1)]);
  expect(await indexed()).toEqual([['2025-01-03', 1]]);
});

it.each([
  ['split by year', async () => void (await addToIndex(archive, [entry('2025-01-02', 1)]))],
  [
    'of before the split',
    () =>
      archive.update(keys.index, () =>
        Buffer.from(
          JSON.stringify({ schema: 'smallcap-briefing-index/1', sessions: [entry('2025-01-02', 1)] }),
        ),
      ),
  ],
])('another edition is refused by an index %s, and nothing is written', async (_, fill) => {
  await fill();
  const before = await archive.list('');
  await expect(addToIndex(archive, [entry('2025-01-03', 4, { edition: 'TQQQ' })])).rejects.toMatchObject({
    name: 'ArchiveError',
    message: expect.stringMatching(/lists the edition tna.*: r4 of 2025-01-03 is of TQQQ$/),
  });
  expect(await archive.list('')).toEqual(before);
});
