import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { noteRun } from '../../lambda/archive/run-ledger.ts';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { rebuild } from '../../lambda/runs/rebuild.ts';
import { updateCatalogue } from '../../lambda/steps/catalogue.ts';
import { inPage, openBrowser, type TestBrowser } from '../support/browser.ts';
import { diesAfter } from '../support/mortal.ts';
import { publishOnly } from '../support/site-archive.ts';
import { SiteServer } from '../support/site-server.ts';
import { someRuns } from '../support/some-runs.ts';
import { temporaryFolder, treeOf } from '../support/temporary.ts';

/** 500 sessions over three years with two gaps, half days among them: five corrected, three incomplete. */
const sessions = [
  ...sessionsBetween('2023-11-01', '2024-10-31').slice(0, 240),
  ...sessionsBetween('2025-01-02', '2026-06-30').slice(0, 260),
];
const wanted = sessions.flatMap((session, at) => [
  { session, incomplete: at % 170 === 69 },
  ...(at % 100 === 50 ? [{ session, revision: 2 }] : []),
]);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: TestBrowser;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: SiteServer;
const address = (path: string) => `${pathToFileURL(folder.path).href}/${path}`;

beforeAll(async () => {
  [browser, folder] = await Promise.all([openBrowser(), temporaryFolder()]);
  server = await new SiteServer(folder.path).start();
  const made = await publishOnly(new FolderArchive(folder.path), wanted);
  for (const run of someRuns()) await noteRun(new FolderArchive(folder.path), run);
  // Eight publishers of a folder each go through all sessions, their own way round.
  const revisions = made.filter(({ manifest }) => !wanted.some((one) => isLater(one, manifest)));
  await Promise.all(
    Array.from({ length: 8 }, async (_, publisher) => {
      const archive = new FolderArchive(folder.path);
      const mine = revisions.filter((_, at) => at % 8 === publisher).sort(byLastDigit);
      // One dies at its seventieth write, and begins again.
      if (publisher === 3)
        await diesAfter(70, archive, (mortal) => updateCatalogue(mortal, mine.slice(0, 20)));
      for (let at = 0; at < mine.length; at += 20) await updateCatalogue(archive, mine.slice(at, at + 20));
    }),
  );
});
afterAll(async () => {
  server?.stop();
  await browser?.close();
  await folder?.dispose();
});

const isLater = (one: (typeof wanted)[number], of: { readonly session: string; readonly revision: number }) =>
  one.session === of.session && 'revision' in one && (one.revision ?? 1) > of.revision;

const byLastDigit = (
  a: { readonly manifest: { readonly session: string } },
  b: { readonly manifest: { readonly session: string } },
) => a.manifest.session.slice(-1).localeCompare(b.manifest.session.slice(-1));

async function visit(page: Page, url: string) {
  await page.goto(url, { waitUntil: 'load' });
  return (await page.evaluate(
    `[...document.querySelectorAll('a[href]')].map(({ href }) => href)`,
  )) as string[];
}

describe('an archive of 500 sessions', () => {
  it('is the same to the byte after eight publishers at once and after a rebuild', async () => {
    const before = await treeOf(folder.path);
    await rebuild(new FolderArchive(folder.path));
    expect(await treeOf(folder.path)).toEqual(before);
  }, 300_000);

  it.each([
    ['from the disk', address],
    ['on the web', (path: string) => server.at(path)],
  ])(
    '%s has no broken link, none outside, no complaint, and sessions within three clicks',
    async (_, at) => {
      const page = await browser.browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
      const clicks = new Map([['index.html', 0]]);
      for (const [path, far] of clicks) {
        for (const href of await visit(page, at(path))) {
          expect(href.startsWith(at('')), `${path} leads to ${href}`).toBe(true);
          const [target = ''] = decodeURI(href.slice(at('').length)).split('#');
          if (clicks.has(target)) continue;
          expect(() => readFileSync(join(folder.path, target)), `${path} leads to ${target}`).not.toThrow();
          if (target.endsWith('.html')) clicks.set(target, far + 1);
        }
      }
      expect(complaints).toEqual([]);
      for (const session of sessions)
        expect(clicks.get(`reports/${session}/index.html`), session).toBeLessThanOrEqual(3);
      await page.close();
    },
    600_000,
  );

  it.each([
    ['index.html', 'h1'],
    ['2025/index.html', 'li.line'],
    ['reports/2025-06-02/index.html', 'h1'],
    ['search.html#q=small', 'li.line'],
    ['compare.html#a=2025-06-02&b=2025-06-03', 'details.family'],
    ['figure.html#id=rotation.score', 'figure.course svg'],
    ['figures.html#q=ladder', 'details[open] td'],
    ['corrections.html', 'details.family'],
    ['runs.html', 'li.run'],
    ['like.html', 'table'],
  ])('%s is clean by axe and fits, at 390 and 1280 px, in light and dark', async (path, selector) => {
    for (const width of [390, 1280])
      for (const scheme of ['light', 'dark']) {
        const page = await browser.browser.newPage();
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.goto(address(path), { waitUntil: 'load' });
        await page.waitForSelector(selector);
        await page.evaluate(
          `document.querySelectorAll('details.family').forEach((one) => (one.open = true))`,
        );
        await page.waitForSelector(selector);
        expect(await inPage<string[]>(page, 'overflow'), `${path} ${width} ${scheme}`).toEqual([]);
        const pushed = `[...document.querySelectorAll('.scroll')].filter((one) => one.scrollWidth > one.clientWidth).length`;
        expect(await page.evaluate(pushed), `tables of ${path} that are pushed sideways`).toBe(0);
        await page.evaluate(axe);
        const { violations } = (await page.evaluate(
          "axe.run(document, { resultTypes: ['violations'] })",
        )) as AxeResults;
        expect(violations.map(({ id, nodes }) => `${scheme} ${width} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        await page.close();
      }
  });

  it('sends a phone no more than it promises', async () => {
    const packed = (paths: readonly string[]) =>
      paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder.path, path))).length, 0);
    const page = await browser.browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) =>
      asked.push(decodeURI(request.url().split('#')[0]!.slice(address('').length))),
    );
    const sizeOf = async (path: string, selector: string) => {
      await page.goto('about:blank');
      asked.length = 0;
      await page.goto(address(path), { waitUntil: 'load' });
      await page.waitForSelector(selector);
      return packed(asked.filter((one) => one !== '' && existsSync(join(folder.path, one))));
    };
    expect(await sizeOf('index.html', 'h1')).toBeLessThanOrEqual(150_000);
    const search = await sizeOf('search.html#q=small', 'li.line');
    expect(search).toBeGreaterThan(20_000);
    expect(search).toBeLessThanOrEqual(350_000);
    for (const year of ['2023', '2024', '2025', '2026'])
      expect(readFileSync(join(folder.path, `data/${year}.js`)).length).toBeLessThanOrEqual(110_000);
    await page.close();
  });
});
