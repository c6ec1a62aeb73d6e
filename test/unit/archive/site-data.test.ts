import { expect, it } from 'vitest';
import { noteRun } from '../../../lambda/archive/run-ledger.ts';
import {
  parseFigureList,
  parseHere,
  parseIndexData,
  parseMonthRuns,
  parseRecord,
  parseRunMonths,
  parseYearData,
  readHistory,
  readYearData,
} from '../../../lambda/archive/site-data.ts';
import { shardOf } from '../../../lambda/catalogue/history.ts';
import { updateCatalogue } from '../../../lambda/steps/catalogue.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { publishOnly } from '../../support/site-archive.ts';
import { someRuns } from '../../support/some-runs.ts';

const session = '2025-12-31';
const archive = new MemoryArchive();
const revisions = await publishOnly(archive, [
  { session: '2025-12-30', score: 5 },
  { session, score: 7 },
]);
await updateCatalogue(archive, revisions);
await noteRun(archive, someRuns()[0]!);

const parsers: [string, (bytes: Uint8Array | null) => object | null, object][] = [
  ['data/2025.js', (bytes) => parseYearData(archive, '2025', bytes), { year: '2025' }],
  ['data/record/2025.js', (bytes) => parseRecord(archive, '2025', bytes), { year: '2025' }],
  [
    `reports/${session}/here.js`,
    (bytes) => parseHere(archive, session, bytes),
    { session, previous: '2025-12-30' },
  ],
  ['data/figures.js', (bytes) => parseFigureList(archive, bytes), { session }],
  [
    'data/index.js',
    (bytes) => parseIndexData(archive, bytes),
    { years: [expect.objectContaining({ year: '2025' })] },
  ],
  ['data/runs/2026-01.js', (bytes) => parseMonthRuns(archive, '2026-01', bytes), { month: '2026-01' }],
  ['data/runs/index.js', (bytes) => parseRunMonths(archive, bytes), { months: ['2026-01'] }],
];

it.each(parsers)('the script %s is read as data, and refused when it is none', async (key, parse, held) => {
  const bytes = (await archive.get(key))!;
  expect(parse(bytes)).toMatchObject(held);
  expect(parse(null)).toBeNull();
  expect(() => parse(Buffer.from(`alert(1);\n`))).toThrow(`memory:${key} is no call of`);
  // The end of a file is lost where the disk was full.
  expect(() => parse(bytes.subarray(0, -1))).toThrow(`memory:${key} is no call of`);
  const call = Buffer.from(bytes).toString().split('(')[0]!;
  expect(() => parse(Buffer.from(`${call}({"schema":"another"});\n`))).toThrow(`memory:${key}, field`);
});

it('a year is read where it lies, and is none where there is none', async () => {
  expect((await readYearData(archive, '2025'))?.sessions.map((one) => one.session)).toEqual([
    session,
    '2025-12-30',
  ]);
  expect(await readYearData(archive, '2024')).toBeNull();
});

it('a figure over a quarter is that of each of its sessions, oldest first', async () => {
  const points = await readHistory(archive, '2025-q4', 'rotation.score');
  expect(points).toMatchObject([
    { session: '2025-12-30', value: 5 },
    { session, value: 7 },
  ]);
  expect(await readHistory(archive, '2025-q3', 'rotation.score')).toEqual([]);
});

it('a history that is not as it was written is refused', async () => {
  const spoiled = new MemoryArchive();
  const key = `data/history/2025-q4/${shardOf('rotation.score')}.js`;
  await spoiled.putNew(key, Buffer.from('alert(1);\n'));
  await expect(readHistory(spoiled, '2025-q4', 'rotation.score')).rejects.toThrow(
    `memory:${key} is no history of figures`,
  );
});
