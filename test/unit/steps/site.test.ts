import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../lambda/archive/archive.ts';
import { parseHere, parseYearData } from '../../../lambda/archive/site-data.ts';
import { updateCatalogue } from '../../../lambda/steps/catalogue.ts';
import { historiesOf } from '../../../lambda/steps/histories.ts';
import { putPage } from '../../../lambda/steps/site.ts';
import { addToFigureList, readRecord } from '../../../lambda/steps/site-data.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { publishOnly, type WantedReport } from '../../support/site-archive.ts';

let archive: MemoryArchive;
beforeEach(() => {
  archive = new MemoryArchive();
});

/** Publishes and brings into the catalogue, a batch after the other. */
async function published(...batches: readonly WantedReport[][]): Promise<void> {
  for (const batch of batches) await updateCatalogue(archive, await publishOnly(archive, batch));
}
const on = (...sessions: readonly string[]) => sessions.map((session) => ({ session }));
const text = (key: string) => archive.texts()[key];
const sidesOf = async (session: string) => {
  const here = parseHere(archive, session, await archive.get(`reports/${session}/here.js`));
  return here === null ? null : [here.previous, here.next];
};
const yearOf = async (year: string) =>
  parseYearData(archive, year, await archive.get(`data/${year}.js`))?.sessions.map(
    ({ session, revision }) => `${session} r${revision}`,
  );
/** The archive with some of its files lost. */
async function lose(lost: RegExp): Promise<void> {
  const held = archive.texts();
  archive = new MemoryArchive();
  for (const [key, of] of Object.entries(held))
    if (!lost.test(key))
      await archive.putNew(key, Buffer.from(of, key.endsWith('.parquet') ? 'latin1' : 'utf8'));
}

describe('the page of a session', () => {
  it('has the sessions beside it, whichever was published first', async () => {
    await published(on('2025-12-29'), on('2025-12-31'), on('2025-12-30'));
    expect(await sidesOf('2025-12-29')).toEqual([null, '2025-12-30']);
    expect(await sidesOf('2025-12-30')).toEqual(['2025-12-29', '2025-12-31']);
    expect(await sidesOf('2025-12-31')).toEqual(['2025-12-30', null]);
  });

  it('has its neighbour in another year', async () => {
    await published(on('2025-12-31'), on('2026-01-02'));
    expect(await sidesOf('2025-12-31')).toEqual([null, '2026-01-02']);
    expect(await sidesOf('2026-01-02')).toEqual(['2025-12-31', null]);
    archive = new MemoryArchive();
    await published(on('2026-01-02'), on('2025-12-31'));
    expect(await sidesOf('2026-01-02')).toEqual(['2025-12-31', null]);
  });

  it('of a made-up session has no real neighbour', async () => {
    await published(on('2025-12-29', '2025-12-31'), [
      { session: '2025-12-30', simulated: true },
      { session: '2025-12-26', simulated: true },
    ]);
    expect(await sidesOf('2025-12-30')).toEqual(['2025-12-26', null]);
    expect(await sidesOf('2025-12-29')).toEqual([null, '2025-12-31']);
  });

  it('is of its newest revision', async () => {
    await published([{ session: '2025-12-31', verdict: 'The first word.' }]);
    expect(text('reports/2025-12-31/index.html')).toContain('The first word.');
    await published([{ session: '2025-12-31', revision: 2, verdict: 'The second word.' }]);
    expect(text('reports/2025-12-31/index.html')).toContain('The second word.');
    expect(await yearOf('2025')).toEqual(['2025-12-31 r2']);
  });

  it('of a neighbour that can no longer be read is left alone', async () => {
    await published(on('2025-12-29', '2025-12-30'));
    await lose(/^reports\/2025-12-30\/r1\//);
    await published(on('2025-12-31'));
    expect(await sidesOf('2025-12-31')).toEqual(['2025-12-30', null]);
    expect(await sidesOf('2025-12-30')).toEqual(['2025-12-29', null]);
  });
});

describe('the front page', () => {
  const front = () => text('index.html')!;

  it('shows the newest real session, and days of two years', async () => {
    await published(
      on('2025-12-31'),
      [{ session: '2026-01-02', verdict: 'The newest word.' }],
      on('2024-12-31'),
    );
    expect(front()).toContain('The newest word.');
    expect(front()).toContain('2025-12-31');
    expect(front()).not.toContain('2024-12-31/index.html');
  });

  it('never goes back to an older session', async () => {
    await published(
      [{ session: '2025-12-31', verdict: 'The newest word.' }],
      [{ session: '2025-11-03', verdict: 'An older word.' }],
    );
    expect(front()).toContain('>The newest word.<');
    await published([{ session: '2026-01-02', simulated: true, verdict: 'Made up.' }]);
    expect(front()).toContain('>The newest word.<');
    expect(front()).not.toContain('Made up.');
  });

  it('shows a made-up session only where there is no real one', async () => {
    await published([{ session: '2026-01-02', simulated: true, verdict: 'Made up.' }]);
    expect(front()).toContain('Made up.');
    await published([{ session: '2025-12-31', verdict: 'Real.' }]);
    expect(front()).toContain('>Real.<');
  });

  it('comes with the pages that a script fills, and one for addresses that lead nowhere', async () => {
    await published(on('2025-12-31'));
    for (const key of [
      '404.html',
      'compare.html',
      'figure.html',
      'runs.html',
      'data/index.js',
      'data/figures.js',
    ])
      expect(archive.texts()).toHaveProperty([key]);
    expect(text('404.html')).toContain('No such page');
  });
});

describe('a page', () => {
  const put = (html: string, state: string) => putPage(archive, 'page.html', html, state);

  it('gives way to one of the same or a later state, and to no older one', async () => {
    await put('one', '05');
    await put('two', '05');
    expect(text('page.html')).toMatch(/^two/);
    await put('three', '04');
    expect(text('page.html')).toMatch(/^two/);
    await put('four', '10');
    expect(text('page.html')).toMatch(/^four/);
  });

  it('of before states were written gives way', async () => {
    await archive.putNew('page.html', Buffer.from('<p>old'));
    await put('new', '1');
    expect(text('page.html')).toMatch(/^new/);
  });

  it('is read at its end only: a state in its text is none', async () => {
    await archive.putNew('page.html', Buffer.from(`<!-- state 9 -->\n${'x'.repeat(200)}`));
    await put('new', '1');
    expect(text('page.html')).toMatch(/^new/);
    await put('y'.repeat(500), '3');
    await put('z', '2');
    expect(text('page.html')).toMatch(/^y/);
  });
});

describe('style and fonts', () => {
  const style = () => Object.keys(archive.texts()).filter((key) => key.startsWith('site/'));

  it('are placed once, and again where a run died before the last of them', async () => {
    await published(on('2025-12-30'));
    const placed = style();
    expect(placed.length).toBeGreaterThan(2);
    expect(placed.some((key) => key.endsWith('.css'))).toBe(true);
    await lose(/^site\/.*\.css$/);
    await published(on('2025-12-31'));
    expect(style()).toEqual(placed);
    let asked = 0;
    const putNew = archive.putNew.bind(archive);
    archive.putNew = (key, bytes) => {
      if (key.startsWith('site/')) asked += 1;
      return putNew(key, bytes);
    };
    await published(on('2026-01-02'));
    expect(asked).toBe(0);
  });
});

describe('the data of a year', () => {
  it('gets what its index lists and it lacks, with the next publication', async () => {
    await published(on('2025-12-29', '2025-12-30'));
    await lose(/^data\//);
    await published([{ session: '2025-12-30', revision: 2 }]);
    expect(await yearOf('2025')).toEqual(['2025-12-30 r2', '2025-12-29 r1']);
    expect((await readRecord(archive, '2025')).map(({ session }) => session)).toEqual([
      '2025-12-30',
      '2025-12-29',
    ]);
    expect(await readRecord(archive, '2024')).toEqual([]);
  });

  it('costs no write where nothing is new', async () => {
    await published(on('2025-12-29', '2025-12-30'));
    const before = archive.calls.write;
    await updateCatalogue(archive, []);
    const [, again] = await publishOnly(new MemoryArchive(), on('2025-12-29', '2025-12-30'));
    await updateCatalogue(archive, [again!]);
    expect(archive.calls.write).toBe(before);
  });

  it('that is not as it was written is named', async () => {
    await published(on('2025-12-30'));
    await archive.update('data/2025.js', () => Buffer.from('alert(1);\n'));
    await expect(published(on('2025-12-31'))).rejects.toThrow(
      'memory:data/2025.js is no call of archive.year',
    );
  });

  it('of a history that is not as it was written is named', async () => {
    await published(on('2025-12-30'));
    const key = Object.keys(archive.texts()).find((one) => one.startsWith('data/history/'))!;
    await archive.update(key, () => Buffer.from('alert(1);\n'));
    await expect(published(on('2025-12-31'))).rejects.toThrow(`memory:${key} is no history of figures`);
  });
});

it('a part of the site that fails takes nothing from the others, and is named', async () => {
  const [revision] = await publishOnly(archive, on('2025-12-31'));
  const failing = (lost: RegExp): Archive => ({
    locate: (key) => archive.locate(key),
    get: (key) => archive.get(key),
    list: (prefix) => archive.list(prefix),
    putNew: (key, bytes) => archive.putNew(key, bytes),
    publish: (...of) => archive.publish(...of),
    update: (key, change) =>
      lost.test(key) ? Promise.reject(new Error(`no ${key}`)) : archive.update(key, change),
  });
  await expect(updateCatalogue(failing(/^(data\/index\.js|feed)/), [revision!])).rejects.toThrow(
    'no data/index.js',
  );
  expect(archive.texts()).not.toHaveProperty(['feed.json']);
  expect(archive.texts()).toHaveProperty(['figures/datapackage.json']);
  await expect(updateCatalogue(failing(/^figures\//), [revision!])).rejects.toThrow('no figures/');
  for (const key of ['index.html', 'feed.json', 'feed.xml']) expect(archive.texts()).toHaveProperty([key]);
});

it('the list of figures is that of the newest real session, whatever comes later', async () => {
  const listed = () => /"session":"([^"]+)"/.exec(text('data/figures.js') ?? '')?.[1];
  await addToFigureList(archive, []);
  expect(listed()).toBeUndefined();
  const add = async (...wanted: WantedReport[]) =>
    addToFigureList(archive, await publishOnly(archive, wanted));
  await add({ session: '2025-12-29', simulated: true });
  expect(listed()).toBe('2025-12-29');
  await add({ session: '2025-12-30' }, { session: '2025-12-26' });
  expect(listed()).toBe('2025-12-30');
  await add({ session: '2025-12-24' });
  await add({ session: '2025-12-31', simulated: true });
  expect(listed()).toBe('2025-12-30');
});

it('the revisions of a session are read once each, but for those at hand', async () => {
  const [first, second] = await publishOnly(archive, [
    { session: '2025-12-31' },
    { session: '2025-12-31', revision: 2 },
  ]);
  archive.calls.get = 0;
  const history = await historiesOf(archive, [second!])('2025-12-31');
  expect(history).toEqual([first, second]);
  expect(history[1]).toBe(second);
  // A manifest and a report.
  expect(archive.calls.get).toBe(2);
  expect(await historiesOf(archive, [second!])('2025-12-30')).toEqual([]);
});
