import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { noteRun } from '../../lambda/archive/run-ledger.ts';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { renderHtml } from '../../lambda/rendering/html.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { updateCatalogue } from '../../lambda/steps/catalogue.ts';
import { inPage, openBrowser, type TestBrowser } from '../support/browser.ts';
import { publishOnly, reportOf } from '../support/site-archive.ts';
import { SiteServer } from '../support/site-server.ts';
import { someRuns } from '../support/some-runs.ts';
import { temporaryFolder } from '../support/temporary.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const corrected = '2025-12-22';
const hostile = '2025-12-16';
const attack = 'A verdict <img src=x onerror=alert(1)> </script><script>alert(2)</script> that reads so';

let browser: TestBrowser;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: SiteServer;

beforeAll(async () => {
  [browser, folder] = await Promise.all([openBrowser(), temporaryFolder()]);
  const archive = new FolderArchive(folder.path);
  const days = sessionsBetween('2025-11-24', '2026-01-06').map((session) => ({
    session,
    incomplete: session === '2025-12-10',
  }));
  const page = (report: Report) => renderHtml(report);
  const made = await publishOnly(archive, [
    ...days.map((day) => (day.session === corrected ? { ...day, page } : day)),
    { session: corrected, revision: 2, score: 44, page },
    { session: hostile, revision: 2, verdict: attack },
  ]);
  await updateCatalogue(archive, made);
  for (const run of someRuns(attack)) await noteRun(archive, run);
  server = await new SiteServer(folder.path).start();
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
  await folder?.dispose();
});

/** A page as a reader's browser opens it, with all that it complains of and asks for. */
async function open(address: string, width: number, scheme: 'light' | 'dark') {
  const page = await browser.browser.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  page.on('request', (request) => asked.push(request.url()));
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(address, { waitUntil: 'load' });
  return { page, complaints, asked };
}

const onDisk = (path: string) => `${pathToFileURL(folder.path).href}/${path}`;
const onSite = (path: string) => server.at(path);

/** Tables that a reader has to push sideways, of those that are unfolded. */
const pushed = (page: Page) =>
  page.evaluate(
    `[...document.querySelectorAll('.scroll')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.ariaLabel)`,
  );

/** Waits until a page that its script fills shows something of this kind. */
const shown = (page: Page, selector: string) => page.waitForSelector(selector, { timeout: 30_000 });
const textOf = (page: Page) => page.evaluate('document.querySelector("main").textContent') as Promise<string>;

describe.each([
  ['front page, opened from the disk', () => onDisk('index.html')],
  ['page of a year, opened from the disk', () => onDisk('2025/index.html')],
  ['page of a corrected session, opened from the disk', () => onDisk(`reports/${corrected}/index.html`)],
  ['page of a corrected session, on the web', () => onSite(`reports/${corrected}/index.html`)],
  ['page for what is not there, on the web', () => onSite('reports/2025-13-01/index.html')],
])('the %s', (name, address) => {
  it.each([
    [390, 'light'],
    [1280, 'dark'],
    ...(name.includes('disk')
      ? ([
          [390, 'dark'],
          [1280, 'light'],
        ] as const)
      : []),
  ] as const)(
    'fits, asks for nothing outside, complains of nothing and is clean by axe at %i px in %s',
    async (width, scheme) => {
      const { page, complaints, asked } = await open(address(), width, scheme);
      try {
        expect(await inPage<string[]>(page, 'overflow')).toEqual([]);
        expect(await pushed(page)).toEqual([]);
        const expected = name.includes('not there') ? [expect.stringContaining('404')] : [];
        expect(complaints).toEqual(expected);
        const roots = [onDisk(''), onSite('')];
        expect(asked.filter((url) => !roots.some((root) => url.startsWith(root)))).toEqual([]);
        expect(await page.evaluate("document.fonts.load('16px Inter').then(({ length }) => length)")).toBe(1);
        await page.evaluate(axe);
        const { violations } = (await page.evaluate(
          "axe.run(document, { resultTypes: ['violations'] })",
        )) as AxeResults;
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      } finally {
        await page.close();
      }
    },
  );
});

/** Pages that their script fills, each with what it shows when it has read its data. */
const tools = [
  ['search', 'search.html#q=small-cap', 'li.line'],
  ['proof of a mail', '', '.drop'],
  ['comparison', `compare.html#a=2025-12-19&b=${corrected}`, 'details.family'],
  ['comparison of two revisions', `compare.html#a=${corrected}.1&b=${corrected}.2`, 'details.family'],
  ['history of a figure', 'figure.html#id=rotation.score', 'figure.course svg'],
  ['list of figures', 'figures.html#q=ladder', 'details[open] td'],
  ['list of corrections', 'corrections.html', 'details.family'],
  ['ledger of runs', 'runs.html#months=2', 'li.run'],
  ['list of sessions alike', 'like.html', 'table'],
] as const;

/** Every page in both widths and schemes, from a disk and on the web: test/e2e/site.test.ts. */
describe.each(tools.map((tool, at) => [...tool, at % 2 === 0] as const))(
  'the %s',
  (name, path, selector, small) => {
    it('asks for nothing outside, fits and is clean by axe', async () => {
      const place = small ? onDisk : onSite;
      const { digest } = await newestReport();
      const address = place(path === '' ? `search.html#q=${digest.slice(0, 12)}` : path);
      const { page, complaints, asked } = await open(address, small ? 390 : 1280, small ? 'light' : 'dark');
      try {
        await shown(page, selector);
        await page.evaluate(
          `document.querySelectorAll('details.family').forEach((one) => (one.open = true))`,
        );
        await shown(page, selector);
        expect(await inPage<string[]>(page, 'overflow')).toEqual([]);
        expect(await pushed(page)).toEqual([]);
        expect(complaints).toEqual([]);
        // The browser draws the sign of a date field from a picture of its own.
        expect(asked.filter((url) => !url.startsWith(place('')) && !url.startsWith('data:'))).toEqual([]);
        await page.evaluate(axe);
        const { violations } = (await page.evaluate(
          "axe.run(document, { resultTypes: ['violations'] })",
        )) as AxeResults;
        expect(violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      } finally {
        await page.close();
      }
    });
  },
);

/** The newest session's report as it lies in the folder, and its SHA-256 by Node. */
async function newestReport() {
  const bytes = readFileSync(join(folder.path, 'reports/2026-01-06/r1/report.json'));
  return { bytes, digest: createHash('sha256').update(bytes).digest('hex') };
}

/** A field that takes files, as the browser's handle of it. */
interface FileField {
  uploadFile(path: string): Promise<void>;
}

/** Presses Tab until the focus is on what is looked for. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`no Tab leads to ${selector} on ${page.url()}`);
}

/** The same, and follows it. */
async function follow(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

/** A page opened from the disk, which must complain of nothing while it is used. */
async function visit(path: string, look: (page: Page, asked: readonly string[]) => Promise<void>) {
  const { page, complaints, asked } = await open(onDisk(path), 1280, 'light');
  try {
    await look(page, asked);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

describe('a reader', () => {
  it('reaches a day, its briefing, a comparison and a CSV by keyboard alone', () =>
    visit('index.html', async (page) => {
      await tabTo(page, 'a.cell');
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      expect(await page.evaluate('document.activeElement.href')).toContain('reports/2026-01-05/');
      await follow(page, 'a[href="2025/index.html"]');
      await follow(page, `a.cell[href*="${corrected}"]`);
      await follow(page, 'a[href$="r2/briefing.html"]');
      await shown(page, '.archive-bar');
      await follow(page, '.archive-bar a[href*="2025-12-23"]');
      await follow(page, 'a[href*="compare.html"]');
      await shown(page, 'details.family');
      await tabTo(page, 'details.family summary');
      await page.keyboard.press('Enter');
      await follow(page, 'details td a, details th a');
      const save = await shown(page, 'a[download]');
      const name = await save!.evaluate((link) => (link as unknown as { download: string }).download);
      const client = await page.createCDPSession();
      await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder.path });
      await tabTo(page, 'a[download]');
      await page.keyboard.press('Enter');
      const file = join(folder.path, name);
      await vi.waitFor(() => expect(existsSync(file)).toBe(true), 10_000);
      const id = decodeURIComponent(new URL(page.url()).hash.slice('#id='.length));
      const stored = reportOf({ session: '2026-01-06' }).figures[id]!;
      const [head, ...rows] = readFileSync(file, 'utf8').trim().split('\r\n');
      expect(head).toBe('session,id,unit,value,first published,revision,status');
      expect(rows.at(-1)).toMatch(new RegExp(`^2026-01-06,${id},${stored.unit},`));
      expect(rows).toHaveLength(sessionsBetween('2025-11-24', '2026-01-06').length);
    }));

  it('of a superseded revision names the newer one; a single copy requests nothing', async () => {
    await visit(`reports/${corrected}/r1/briefing.html`, async (page) => {
      await shown(page, '.archive-bar');
      const found = await page.evaluate(`document.querySelector('[aria-label="Superseded"]').textContent`);
      expect(found).toMatch(/^SUPERSEDED by revision 2: .*1 of \d+ figures differ/);
      expect(await page.evaluate(`document.querySelector('.archive-bar').textContent`)).toBe(
        '‹ December 19, 2025All sessionsDecember 23, 2025 ›',
      );
      // A figure's record leads to its history.
      await page.evaluate(`document.querySelector('a.f[href^="#"]').click()`);
      const href = String(await page.evaluate(`document.querySelector('.tell .past').href`));
      expect(href.startsWith(`${onDisk('figure.html')}#id=`)).toBe(true);
    });
    await visit(`reports/${corrected}/r2/briefing.html`, async (page) => {
      await shown(page, '.archive-bar');
      expect(await page.$('[aria-label="Superseded"]')).toBeNull();
    });
    const alone = join(folder.path, 'briefing.html');
    copyFileSync(join(folder.path, `reports/${corrected}/r1/briefing.html`), alone);
    await visit('briefing.html', async (page, asked) => {
      expect(asked.filter((url) => url !== pathToFileURL(alone).href && !url.startsWith('data:'))).toEqual(
        [],
      );
      expect(await page.$('.archive-bar')).toBeNull();
    });
  });

  it.each([
    ['search.html#q=onerror', 'li.line'],
    [`compare.html#a=${hostile}.1&b=${hostile}.2`, '.said'],
    [`reports/${hostile}/index.html`, 'h1'],
    ['2025/index.html', 'li.line'],
    ['runs.html', 'li.run'],
  ])('sees a hostile verdict as text in %s', (path, selector) =>
    visit(path, async (page) => {
      await shown(page, selector);
      expect(await textOf(page)).toContain(attack);
      expect(await page.$$('main img, main script')).toEqual([]);
    }),
  );

  it('finds a mail’s report by its digits, sees the chain, and hashes a copy in the browser', async () => {
    const { bytes, digest } = await newestReport();
    await visit(`search.html#q=${digest.slice(0, 12)}`, async (page) => {
      const input = await page.waitForSelector('.drop input');
      expect(await textOf(page)).toContain('Tue Jan 6, 2026');
      const said = () => page.evaluate(`document.querySelector('.drop [role=status]').textContent`);
      const other = join(folder.path, 'other.json');
      writeFileSync(other, `${bytes} `);
      for (const [file, words] of [
        ['reports/2026-01-06/r1/report.json', `is that report: its SHA-256 is ${digest}`],
        ['other.json', 'is another file'],
      ] as const) {
        await (input as unknown as FileField).uploadFile(join(folder.path, file));
        await vi.waitFor(async () => expect(await said()).toContain(words), 10_000);
      }
    });
  });

  it('sees each run with its end, asks for the month before, and for what went wrong alone', () =>
    visit('runs.html', async (page) => {
      const rows = () =>
        page.evaluate(
          `[...document.querySelectorAll('li.run .what')].map((row) => row.innerText.replace(/\\s+/g, ' '))`,
        ) as Promise<string[]>;
      await shown(page, 'li.run');
      expect(await rows()).toEqual([
        expect.stringMatching(
          /^Nothing new, the same as r1 of Tue Jan 6, 2026 62 of 64 series usable · 3 from/,
        ),
        expect.stringMatching(
          /^Published r1 of Tue Jan 6, 2026 62 of 64 .*2 requests repeated · 2 messages sent/,
        ),
        expect.stringMatching(
          /^Given up after 8 looks for late data, Mon Jan 5, 2026: GateError: A verdict <img/,
        ),
        expect.stringMatching(/^Failed, Tue Jan 6, 2026: ArchiveError: reports/),
        'Nothing to do · 2026-01-02 is final since revision 1',
        'Nothing to do · no session: 2026-01-01 is New Year’s Day, and the exchange is closed',
      ]);
      await (await page.$('p.buttons button'))!.click();
      await vi.waitFor(async () => expect(await rows()).toHaveLength(8));
      expect((await rows()).at(-2)).toMatch(
        /^26 of 26 briefings there, 26 published by it, from Mon Nov 24, 2025/,
      );
      await (await page.$('input[name=only]'))!.click();
      await vi.waitFor(async () => expect(await rows()).toHaveLength(3));
      expect(new URL(page.url()).hash).toBe('#only=wrong&months=2');
    }));

  it('sees on a session’s page whether messages about a revision were sent', () =>
    visit('reports/2026-01-06/index.html', async (page) => {
      await page.waitForFunction(`document.querySelector('[data-sent]').textContent !== ''`);
      const cells = await page.evaluate(
        `[...document.querySelectorAll('[data-sent]')].map((one) => one.textContent)`,
      );
      expect(cells).toEqual([' · 4 messages sent']);
    }));

  it('sees a mark apart from the value that it is of, in a comparison', () =>
    visit(`compare.html#a=2025-12-19&b=${corrected}`, async (page) => {
      await shown(page, 'td .mark');
      const before = (await page.evaluate(
        `[...document.querySelectorAll('td .mark')].map((mark) => mark.previousSibling?.textContent ?? 'nothing')`,
      )) as string[];
      expect(before.filter((text) => !/\s$/.test(text))).toEqual([]);
    }));

  it('sees what a corrected figure was first, is now, and the size of the change', () =>
    visit('corrections.html', async (page) => {
      const summary = `details.family summary`;
      await shown(page, summary);
      await page.evaluate(`[...document.querySelectorAll('${summary}')].forEach((one) => one.click())`);
      await shown(page, 'details.family td');
      const row = (await page.evaluate(
        `[...document.querySelectorAll('details.family tr')].map((row) => [...row.cells].map((cell) => cell.textContent)).find(([id]) => id === 'rotation.score')`,
      )) as string[];
      const [was, is, size] = row.slice(1, 4).map((text) => Number(text.replace('\u2212', '-')));
      expect(is).toBe(44);
      expect(was).not.toBe(is);
      expect(size).toBe(is! - was!);
      expect(row).toHaveLength(4);
    }));

  it('types shares that stay in the browser, and nothing is asked for', () =>
    visit('index.html', async (page, asked) => {
      const before = asked.length;
      await (await shown(page, '#position summary'))!.click();
      const input = await shown(page, '#position input');
      await input!.type('100');
      await shown(page, '#position td');
      expect(await page.evaluate(`document.querySelector('#position td.end').textContent`)).toBe('45.54');
      expect(await page.evaluate(`localStorage.getItem('smallcap-briefing-position')`)).toContain('100');
      // The figures of the newest briefing, which say nothing of what was typed.
      expect(asked.slice(before)).toEqual([onDisk('reports/2026-01-06/r1/figures.js')]);
    }));
});
