import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readableKeys } from '../../../infra/access.ts';
import { keys, shellKinds } from '../../../lambda/archive-layout.ts';
import { isReadable } from '../../../lambda/cli/preview/readable.ts';
import { type Preview, startPreview } from '../../../lambda/cli/preview/server.ts';
import { siteFiles } from '../../../lambda/rendering/site.ts';
import { freshened } from '../../../lambda/runs/freshen.ts';
import { updateCatalogue } from '../../../lambda/steps/catalogue.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { publishOnly } from '../../support/site-archive.ts';

const archive = new MemoryArchive();
let clock = 0;
const found: string[] = [];
let preview: Preview;
beforeAll(async () => {
  const made = await publishOnly(archive, [{ session: '2025-12-30' }, { session: '2025-12-31' }]);
  await updateCatalogue(archive, made);
  await archive.putNew('snapshots/raw/ab/secret.gz', Buffer.from('raw'));
  const refresh = freshened(
    archive,
    () => clock,
    (what) => found.push(what),
  );
  preview = await startPreview(archive, { port: 0, data: false, refresh });
});
afterAll(() => preview.close());

const ask = (path: string, options: RequestInit = {}) => fetch(new URL(path, preview.address), options);

/** A request as a page of another site would make it, by a name that leads here. */
function statusFor(host: string): Promise<number> {
  return new Promise((resolve) => {
    request(preview.address, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    }).end();
  });
}

describe('the preview of an archive', () => {
  it.each([
    ['', 'text/html; charset=utf-8', 'no-cache'],
    ['2025/', 'text/html; charset=utf-8', 'no-cache'],
    ['data/2025.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['feed.xml', 'application/atom+xml; charset=utf-8', 'no-cache'],
    ['reports/2025-12-31/r1/report.json', 'application/json', 'max-age=31536000, immutable'],
  ])('answers /%s as the deployed site does: %s, %s', async (path, type, caching) => {
    const { status, headers } = await ask(path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, caching]);
  });

  it.each([
    'snapshots/raw/ab/secret.gz',
    'figures/datapackage.json',
    'reports/2025-12-31/r7/report.json',
    '..%2F..%2Fetc%2Fpasswd',
    'reports/..%2Fsnapshots/raw/ab/secret.gz',
    '%ff',
  ])('answers %s with the page for what is not there', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is no such page');
  });

  it('shows the keys that the deployed site does, and no others', () => {
    const all = [
      ...Object.keys(archive.texts()),
      ...shellKinds.map(keys.shell),
      ...['work/2025-12-31/a/index.html', 'receipts/2025-12-31/requests.json', 'runs/2025-12-31/a.json'],
      ...['calls/0001.json', 'figures.html', 'schema/report-0.json', 'index/2025.json', '3025/index.html'],
    ];
    for (const data of [false, true]) {
      const patterns = readableKeys(data).map(
        (one) => new RegExp(`^${one.replaceAll('.', '\\.').replaceAll('?', '\\d').replaceAll('*', '.*')}$`),
      );
      for (const key of all)
        expect(isReadable(key, data), key).toBe(patterns.some((pattern) => pattern.test(key)));
    }
  });

  it('is for this machine alone, and for reading', async () => {
    expect(await statusFor('rebound.example')).toBe(403);
    expect(await statusFor('localhost:8080')).toBe(200);
    expect((await ask('', { method: 'POST', body: 'x' })).status).toBe(405);
    expect(await (await ask('', { method: 'HEAD' })).text()).toBe('');
  });

  it('brings in a revision that somebody copied into the archive, two seconds later at most', async () => {
    await ask('');
    await publishOnly(archive, [{ session: '2026-01-02', verdict: 'Copied in by hand.' }]);
    expect(await (await ask('')).text()).not.toContain('Copied in by hand.');
    clock += 2_000;
    expect(await (await ask('')).text()).toContain('Copied in by hand.');
    expect((await ask('2026/')).status).toBe(200);
    expect(found.at(-1)).toBe('bringing in 2026-01-02');
  });

  it('says that it makes the pages again where another version of the program made them', async () => {
    const style = [...siteFiles().keys()].at(-1)!;
    const older = new MemoryArchive();
    await publishOnly(older, [{ session: '2025-12-30' }, { session: '2025-12-31' }]);
    const said: string[] = [];
    await freshened(
      older,
      () => 0,
      (what) => said.push(what),
    )();
    expect(said).toEqual([
      'the pages were made by another version of this program, or are not there: making them again from 2 sessions',
      'the pages are made',
    ]);
    expect(await older.get(style)).not.toBeNull();
  });
});
