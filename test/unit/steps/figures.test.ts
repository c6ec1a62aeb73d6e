import { expect, it } from 'vitest';
import { readFigureFile } from '../../../lambda/archive/figure-file.ts';
import { keys } from '../../../lambda/archive-layout.ts';
import { figureRows, newestRevisionsIn } from '../../../lambda/catalogue/figure-rows.ts';
import { rebuild } from '../../../lambda/runs/rebuild.ts';
import { updateCatalogue } from '../../../lambda/steps/catalogue.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { publishOnly, type WantedReport } from '../../support/site-archive.ts';

const days = ['2025-11-28', '2025-12-01', '2025-12-02', '2025-12-03'].map((session) => ({ session }));

async function published(...batches: readonly WantedReport[][]): Promise<MemoryArchive> {
  const archive = new MemoryArchive();
  for (const batch of batches) await updateCatalogue(archive, await publishOnly(archive, batch));
  return archive;
}

async function december(archive: MemoryArchive) {
  const key = keys.monthFigures('2025-12');
  return readFigureFile((await archive.get(key))!, key);
}

it('a month holds each of its sessions at its newest revision, and no other month', async () => {
  const archive = await published(days, [{ session: '2025-12-02', revision: 2 }]);
  const { rows } = await december(archive);
  expect([...newestRevisionsIn([rows])]).toEqual([
    ['2025-12-01', 1],
    ['2025-12-02', 2],
    ['2025-12-03', 1],
  ]);
  const report = JSON.parse(archive.texts()['reports/2025-12-02/r2/report.json']!);
  expect(rows.filter(({ session }) => session === '2025-12-02')).toEqual(figureRows(report));
  expect(archive.texts()).toHaveProperty(['figures/year=2025/month=11/figures.parquet']);
});

it('the package names the files there are, with paths that lead to them', async () => {
  const archive = await published(days.slice(1), days.slice(0, 1));
  const { resources } = JSON.parse(archive.texts()['figures/datapackage.json']!);
  expect(resources.map(({ name }: { name: string }) => name)).toEqual(['figures-2025-11', 'figures-2025-12']);
  for (const { path, schema } of resources)
    for (const file of [path, schema]) expect(archive.texts()).toHaveProperty([`figures/${file}`]);
});

it('an older archive gets the whole month with the first session that is published in it', async () => {
  const archive = await published(days);
  const before = new MemoryArchive();
  for (const [key, text] of Object.entries(archive.texts()))
    if (!key.startsWith('figures/') && !key.startsWith('data/')) await before.putNew(key, Buffer.from(text));
  await updateCatalogue(before, await publishOnly(before, [{ session: '2025-12-04' }]));
  expect([...newestRevisionsIn([(await december(before)).rows]).keys()]).toEqual([
    ...days.slice(1).map(({ session }) => session),
    '2025-12-04',
  ]);
});

it('a simulated session is never with a real one, whichever came first', async () => {
  const real = [{ session: '2025-12-01' }];
  const simulated = [{ session: '2025-12-02', simulated: true }];
  const one = await published(real, simulated);
  const other = await published(simulated, real);
  expect([...newestRevisionsIn([(await december(one)).rows]).keys()]).toEqual(['2025-12-01']);
  expect((await december(one)).simulated).toBe(false);
  expect(other.texts()).toEqual(one.texts());
  const alone = await published(simulated);
  expect((await december(alone)).simulated).toBe(true);
});

it('a file that was changed from outside is named and made again; others are unaffected', async () => {
  const archive = await published(days);
  const expected = (await published(days, [{ session: '2025-12-04' }])).texts();
  const key = keys.monthFigures('2025-12');
  await archive.update(key, (old) => old!.slice(100));
  const made = await publishOnly(archive, [{ session: '2025-12-04' }]);
  await expect(updateCatalogue(archive, made)).rejects.toThrow(`memory:${key} is no table of figures`);
  expect(archive.texts()['index.html']).toBe(expected['index.html']);
  await rebuild(archive);
  expect(archive.texts()).toEqual(expected);
});
