import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { addToIndex, indexIn } from '../../lambda/archive/index.ts';
import { keys } from '../../lambda/archive-layout.ts';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { sessionLineOf } from '../../lambda/catalogue/day.ts';
import { indexEntryOf } from '../../lambda/catalogue/index-entry.ts';
import { dataScript } from '../../lambda/catalogue/script.ts';
import { mergeYearData } from '../../lambda/catalogue/year-data.ts';
import { yearFileOf } from '../../lambda/catalogue/year-file.ts';
import { type ArchiveIndex, yearKey } from '../../lambda/catalogue/years.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { renderHtml } from '../../lambda/rendering/html.ts';
import { renderHtmlHere } from '../../lambda/rendering/render-html.ts';
import { backfill } from '../../lambda/runs/backfill.ts';
import { unwatched } from '../../lambda/runs/watch.ts';
import { folderSource } from '../../lambda/sources/files/folder.ts';
import { updateCatalogue } from '../../lambda/steps/catalogue.ts';
import { updateIndexData } from '../../lambda/steps/site-data.ts';
import { openBrowser } from '../support/browser.ts';
import { publishOnly, reportOf, siteRevision } from '../support/site-archive.ts';
import type { Bench } from './commands.ts';
import { type Measured, median } from './report.ts';

const rounds = 5;

/** Milliseconds from the start of a navigation until an element is there, as the page's own clock has it. */
async function until(page: Page, url: string, selector: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto('about:blank');
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForFunction(`window.seenAt !== undefined`);
    times.push(Number(await page.evaluate('window.seenAt')));
  }
  if (times.some(Number.isNaN)) throw new Error(`${selector} was not seen on ${url}`);
  return median(times);
}

/** Notes on each page when an element is there first. */
const watcher = (selector: string) => `
  new MutationObserver(() => {
    if (window.seenAt === undefined && document.querySelector(${JSON.stringify(selector)}) !== null)
      window.seenAt = performance.now();
  }).observe(document, { childList: true, subtree: true });`;

/** The lists of 4,000 sessions, as pages search them; their reports are not there. */
async function listMany(folder: string): Promise<void> {
  const archive = new FolderArchive(folder);
  const sessions = sessionsBetween('2010-01-04', '2026-12-31').slice(-4_000);
  for (const [year, of] of Map.groupBy(sessions, yearKey)) {
    const made = of.map((session) => siteRevision(reportOf({ session })).revision);
    await addToIndex(
      archive,
      made.map(({ report, manifest }) => indexEntryOf(report, manifest)),
    );
    const { id, title } = made[0]!.report.edition;
    const head = { edition: id, title, year };
    const data = mergeYearData(
      null,
      head,
      made.map((one) => sessionLineOf([one])),
    );
    const bytes = Buffer.from(dataScript('archive.year', yearFileOf(data)));
    await archive.update(keys.yearData(year), () => bytes);
  }
  await updateIndexData(archive, (await indexIn(archive)) as ArchiveIndex);
}

/** What a reader waits for on the site's pages, in this project's Chromium, from the disk. */
export async function timeBrowser({ data, session, sessions, scratch }: Bench): Promise<Measured[]> {
  const [two, many] = [join(scratch, 'two'), join(scratch, 'many')];
  const archive = new FolderArchive(two);
  const request = {
    edition: tna,
    sessions: sessions.slice(-2),
    paper: 'A4',
    allowIncomplete: false,
  } as const;
  const source = folderSource(data);
  const ports = { source, archive, renderHtml: renderHtmlHere, printer: null, watch: unwatched };
  await backfill(
    { ...request, code: 'bench', now: `${session}T23:50:00.000Z` },
    { ...ports, tell: () => undefined },
  );
  const corrected = '2010-01-05';
  const found = await publishOnly(new FolderArchive(many), [
    { session: corrected, page: renderHtml },
    { session: corrected, revision: 2, score: 44, page: renderHtml },
  ]);
  await updateCatalogue(new FolderArchive(many), found);
  await listMany(many);

  const browser = await openBrowser();
  const page = await browser.browser.newPage();
  const client = await page.createCDPSession();
  const [a, b] = sessions.slice(-2);
  const address = (folder: string, path: string) => `${pathToFileURL(folder).href}/${path}`;
  const cases = [
    ['two days compared', address(two, `compare.html#a=${a}&b=${b}`), 'details.family', 300],
    ['first result of a search over 4,000 sessions', address(many, 'search.html#q=small'), 'li.line', 300],
    [
      'r1 opened after r2 says so',
      address(many, `reports/${corrected}/r1/briefing.html`),
      '[aria-label="Superseded"]',
      500,
    ],
  ] as const;
  const measured: Measured[] = [];
  try {
    for (const [what, url, selector, target] of cases) {
      const { identifier } = await page.evaluateOnNewDocument(watcher(selector));
      for (const slower of [1, 4]) {
        await client.send('Emulation.setCPUThrottlingRate', { rate: slower });
        const value = await until(page, url, selector);
        const note = `from the start of the navigation, ${slower === 1 ? 'this processor' : 'four times slower'}`;
        measured.push({ what, value, unit: 'ms', ...(slower === 1 ? { target } : {}), note });
      }
      await page.removeScriptToEvaluateOnNewDocument(identifier);
    }
  } finally {
    await browser.close();
  }
  const packed = (folder: string, paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0) / 1e3;
  const days = [a, b].map((one) => `reports/${one}/r1/figures.js`);
  return [
    ...measured,
    { what: 'numbers of two days, packed', value: packed(two, days), unit: 'kB', target: 45 },
  ];
}
