import { appendFile, cp, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { checkArchive } from '../../../lambda/runs/check.ts';
import { session, smallData } from '../../e2e-local/support/small-data.ts';
import { smallRun } from '../../e2e-local/support/small-run.ts';
import { temporaryFolder, treeOf } from '../../support/temporary.ts';

describe('a check of the archive', () => {
  let root: { path: string; dispose: () => Promise<void> };
  /** What was published; each test damages a copy. */
  let sound: string;
  let out: string;
  const check = () => checkArchive(new FolderArchive(out));
  const at = (...path: string[]) => join(out, ...path);
  const manifestKey = `reports/${session}/r1/manifest.json`;
  const manifest = async () => JSON.parse(await readFile(at(manifestKey), 'utf8'));
  const schemaOf = async (document: 'report' | 'manifest'): Promise<string> =>
    (await manifest()).schemas[document];

  beforeAll(async () => {
    root = await temporaryFolder();
    sound = join(root.path, 'sound');
    await smallRun(await smallData(join(root.path, 'data')), new FolderArchive(sound));
  });
  beforeEach(async () => {
    out = await mkdtemp(join(root.path, 'out-'));
    await cp(sound, out, { recursive: true });
  });
  afterAll(() => root.dispose());

  it('finds a sound one sound and touches nothing', async () => {
    const before = await treeOf(out);
    expect(await check()).toEqual({
      sessions: 1,
      revisions: 1,
      files: 4,
      calls: 'intact',
      problems: [],
      unchecked: null,
      indexed: [],
    });
    expect(await treeOf(out)).toEqual(before);
  });

  it('finds an older one, without schemas, sound', async () => {
    await rm(at('schema'), { recursive: true });
    const { schemas: _, ...before } = await manifest();
    await writeFile(at(manifestKey), JSON.stringify(before));
    expect((await check()).problems).toEqual([]);
  });

  it.each<[string, () => Promise<void>, RegExp]>([
    [
      'a page that was changed',
      () => appendFile(at('reports', session, 'r1', 'briefing.html'), ' '),
      /briefing\.html was changed/,
    ],
    [
      'a page that is gone',
      () => rm(at('reports', session, 'r1', 'briefing.html')),
      /briefing\.html is not there/,
    ],
    [
      'a page that nobody made',
      () => writeFile(at('reports', session, 'r1', 'extra.html'), ''),
      /extra\.html is in no manifest/,
    ],
    [
      'a manifest that is none',
      () => writeFile(at('reports', session, 'r1', 'manifest.json'), '{}'),
      /manifest\.json, field schema/,
    ],
    [
      'a snapshot that is gone',
      () => rm(at('snapshots', session), { recursive: true }),
      /snapshot\.json is not there/,
    ],
    [
      'a payload that was changed',
      async () => {
        const payload = Object.keys(await treeOf(at('snapshots', 'raw'))).find((path) =>
          path.endsWith('.gz'),
        )!;
        await writeFile(at('snapshots', 'raw', payload), 'not gzip');
      },
      /\.gz \(bars:\w+\) is damaged/,
    ],
    [
      'an index that lists what is not there',
      async () => {
        const index = (await readFile(at('index', '2025.json'), 'utf8'))
          .replace('"revision": 1', '"revision": 9')
          .replaceAll('/r1/', '/r9/');
        await writeFile(at('index', '2025.json'), index);
      },
      /lists r9 of 2025-12-31, which is not published/,
    ],
    [
      'an index whose files lie elsewhere',
      async () => {
        const index = (await readFile(at('index', '2025.json'), 'utf8')).replaceAll('/r1/', '/../../etc/');
        await writeFile(at('index', '2025.json'), index);
      },
      /2025\.json, field sessions\.0\.files: are not those of its revision/,
    ],
    [
      'a record of calls that was cut',
      () => truncate(at('calls', '0001.json'), 90),
      /0001\.json is not JSON/,
    ],
    [
      'a run of the ledger that was cut',
      async () => {
        await mkdir(at('runs', session), { recursive: true });
        await writeFile(at('runs', session, 'one.json'), '{');
      },
      /one\.json is not JSON/,
    ],
    [
      'a page that became a folder',
      async () => {
        await rm(at('404.html'));
        await mkdir(at('404.html'));
      },
      /404\.html is no regular file/,
    ],
    [
      'a schema that was changed',
      async () => appendFile(at(await schemaOf('report')), ' '),
      /schema\/report-\w{12}\.json was changed/,
    ],
    [
      'a schema that is gone',
      async () => rm(at(await schemaOf('manifest'))),
      /schema\/manifest-\w{12}\.json is not there, but a manifest names it/,
    ],
  ])('names %s', async (_, damage, problem) => {
    await damage();
    const { problems } = await check();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  it('names each file of a revision once, whatever is wrong with the one before', async () => {
    await rm(at('reports', session, 'r1', 'report.json'));
    await mkdir(at('reports', session, 'r1', 'report.json'));
    for (const name of ['figures.js', 'figures.parquet', 'briefing.html'])
      await appendFile(at('reports', session, 'r1', name), ' ');
    await truncate(at('calls', '0001.json'), 90);
    const { problems } = await check();
    expect(
      problems.map((one) => /(\w+\.\w+) (was changed|is no regular|is not JSON)/.exec(one)?.[1]).sort(),
    ).toEqual(['0001.json', 'briefing.html', 'figures.js', 'figures.parquet', 'report.json']);
  });

  it.each([
    [['404.html'], /404\.html is not there: `archive rebuild` makes it again$/],
    [
      ['404.html', 'feed.xml', 'search.html'],
      /\.(html|xml) and 2 others are not there: .* makes them again$/,
    ],
  ])('names those that lack of %s in one line', async (lacking, problem) => {
    for (const path of lacking) await rm(at(path));
    const { problems } = await check();
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });

  /** Another letter or digit at the middle of a file, in the same form. */
  async function flip(path: string, pattern = /[a-z]/g): Promise<void> {
    const text = await readFile(at(path), 'latin1');
    const places = [...text.matchAll(pattern)];
    const { index } = places[Math.floor(places.length / 2)]!;
    const byte = String.fromCharCode(text.charCodeAt(index) ^ 1);
    await writeFile(at(path), text.slice(0, index) + byte + text.slice(index + 1), 'latin1');
  }

  it('names each page, script and font in which one byte differs', async () => {
    const hashed = /^(reports\/[^/]+\/r1|snapshots|calls|schema)\/|^(index\/.*|index|latest)\.json$/;
    const moving = Object.keys(await treeOf(out)).filter(
      (path) => /\.(html|js|css|svg|woff2|parquet|json|xml)$/.test(path) && !hashed.test(path),
    );
    expect(moving.length).toBeGreaterThan(20);
    for (const path of moving) await flip(path);
    const { problems } = await check();
    expect(problems.map((one) => one.split(' ')[0]).sort()).toEqual(moving.map((path) => at(path)).sort());
    for (const problem of problems) expect(problem).toMatch(/from byte \d+ on: .*archive rebuild/);
  });

  it.each([
    ['index/2025.json', /\d(?=\.\d{3}Z)/g],
    ['latest.json', /\d(?=\.\d{3}Z)/g],
    [`reports/${session}/r1/report.json`, /[a-z]/g],
    [`reports/${session}/r1/figures.js`, /[a-z]/g],
    [`reports/${session}/r1/manifest.json`, /[0-9](?=[0-9a-f]{8,55}"\s*,\s*"bytes)/g],
  ])('names %s, in which one byte differs', async (path, pattern) => {
    await flip(path, pattern);
    const { problems } = await check();
    expect(problems.join()).toContain(path.replace('manifest.json', ''));
  });

  it('says what it did not hold to the briefings, where one of them is damaged or not looked at', async () => {
    await flip('index.html');
    expect(await check()).toMatchObject({ problems: [expect.any(String)], unchecked: null });
    await flip(`reports/${session}/r1/briefing.html`);
    const { problems, unchecked } = await check();
    expect(problems.join()).not.toContain(at('index.html'));
    expect(unchecked).toMatch(/^index, pages, feeds, month files .*: they rest on what is damaged; mend/);
    const since = await checkArchive(new FolderArchive(out), session);
    expect(since.unchecked).toMatch(/: they rest on sessions before 2025-12-31, too$/);
  });

  it('looks at sessions from a date on alone, when it is asked to', async () => {
    await flip(`reports/${session}/r1/report.json`);
    const archive = new FolderArchive(out);
    expect((await checkArchive(archive, session)).problems).toHaveLength(1);
    expect(await checkArchive(archive, '2026-01-02')).toMatchObject({ sessions: 0, problems: [] });
  });
});
