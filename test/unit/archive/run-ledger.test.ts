import { beforeEach, expect, it } from 'vitest';
import { noteRun, noteUnnamedRun, rebuildRuns } from '../../../lambda/archive/run-ledger.ts';
import { parseMonthRuns, parseRunMonths } from '../../../lambda/archive/site-data.ts';
import type { RunEntry } from '../../../lambda/catalogue/runs.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { someRuns } from '../../support/some-runs.ts';

let archive: MemoryArchive;
beforeEach(() => {
  archive = new MemoryArchive();
});

const runs = someRuns();
const [evening] = runs as readonly [RunEntry, ...RunEntry[]];

/** The runs that the site's data of a month lists. */
const listed = async (month: string) =>
  parseMonthRuns(archive, month, await archive.get(`data/runs/${month}.js`))?.runs ?? [];
const months = async () => parseRunMonths(archive, await archive.get('data/runs/index.js'))?.months ?? [];

it('a run lies under the New York date of its start, and is in its month', async () => {
  // 03:00 UTC of the first of January is still the evening of the last of December in New York.
  const late = { ...evening, id: 'late', started: '2026-01-01T03:00:00.000Z' };
  await noteRun(archive, late);
  expect(await archive.list('runs/')).toEqual(['runs/2025-12-31/late.json']);
  expect(await listed('2025-12')).toEqual([late]);
  expect(await months()).toEqual(['2025-12']);
});

it('every run is in the month of its start, newest first, and months are listed once', async () => {
  for (const run of runs) await noteRun(archive, run);
  expect(await months()).toEqual(['2026-01', '2025-12']);
  const starts = (await listed('2026-01')).map(({ started }) => started);
  expect(starts).toEqual(starts.toSorted().reverse());
  const all = [...(await listed('2026-01')), ...(await listed('2025-12'))];
  expect(new Set(all.map(({ id }) => id))).toEqual(new Set(runs.map(({ id }) => id)));
});

it('a run that is noted again stays as it was first', async () => {
  await noteRun(archive, evening);
  await noteRun(archive, { ...evening, outcome: 'failed', why: 'another word' });
  expect(await listed('2026-01')).toEqual([evening]);
});

it('a run that died between its record and its month is in the month after its last step is tried again', async () => {
  const first = { ...evening, why: 'as it was first' };
  await noteRun(archive, first);
  const record = await archive.get('runs/2026-01-06/evening-2.json');
  archive = new MemoryArchive();
  await archive.putNew('runs/2026-01-06/evening-2.json', record!);
  await noteRun(archive, evening);
  expect(await listed('2026-01')).toEqual([first]);
});

it('a run without a name of its own is there once, and beside another of that name', async () => {
  const other: RunEntry = { ...evening, outcome: 'unchanged' };
  const third: RunEntry = { ...evening, outcome: 'refused', revision: null };
  for (const run of [evening, evening, other, third, other, evening]) await noteUnnamedRun(archive, run);
  expect(await archive.list('runs/')).toEqual([
    'runs/2026-01-06/evening-2-2.json',
    'runs/2026-01-06/evening-2-3.json',
    'runs/2026-01-06/evening-2.json',
  ]);
  const found = new Map((await listed('2026-01')).map(({ id, outcome }) => [id, outcome]));
  expect(found).toEqual(
    new Map([
      ['evening-2', 'published'],
      ['evening-2-2', 'unchanged'],
      ['evening-2-3', 'refused'],
    ]),
  );
});

it('the months are made again from the records alone, but for runs that are in them', async () => {
  for (const run of runs) await noteRun(archive, run);
  const before = archive.texts();
  const keys = await archive.list('runs/');
  archive = new MemoryArchive();
  for (const key of keys) await archive.putNew(key, Buffer.from(before[key]!));
  expect(await rebuildRuns(archive)).toEqual(new Set(keys));
  expect(archive.texts()).toEqual(before);

  archive.calls.get = 0;
  expect(await rebuildRuns(archive, new Set(keys))).toEqual(new Set(keys));
  expect(archive.calls.get).toBe(0);
});

it('an archive without runs gets no ledger', async () => {
  expect(await rebuildRuns(archive)).toEqual(new Set());
  expect(archive.texts()).toEqual({});
});

it('a run whose record vanishes while the ledger is made again is left out', async () => {
  for (const run of runs.slice(0, 2)) await noteRun(archive, run);
  const keys = await archive.list('runs/');
  const get = archive.get.bind(archive);
  archive.get = async (key) => (key === keys[0] ? null : get(key));
  await archive.update('data/runs/2026-01.js', () =>
    Buffer.from('archive.runs({"schema":"smallcap-briefing-runs/1","month":"2026-01","runs":[]});\n'),
  );
  expect(await rebuildRuns(archive)).toEqual(new Set(keys));
  expect(await listed('2026-01')).toHaveLength(1);
});
