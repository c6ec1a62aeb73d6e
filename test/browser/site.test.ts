import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { updateCatalogue } from '../../lambda/steps/catalogue.ts';
import { inPage, openBrowser, type TestBrowser } from '../support/browser.ts';
import { publishOnly } from '../support/site-archive.ts';
import { temporaryFolder } from '../support/temporary.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const corrected = '2025-12-22';

let browser: TestBrowser;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
/** The folder as a site: what is not there is answered with the page for it, as in AWS. */
const server = createServer((request, response) => {
  const path = join(folder.path, new URL(request.url ?? '/', 'http://site/').pathname);
  const found = existsSync(path);
  const types: Readonly<Record<string, string>> = {
    css: 'text/css',
    html: 'text/html',
    svg: 'image/svg+xml',
    woff2: 'font/woff2',
  };
  response.writeHead(found ? 200 : 404, {
    'content-type': types[path.split('.').at(-1) ?? ''] ?? 'text/html',
  });
  response.end(readFileSync(found ? path : join(folder.path, '404.html')));
});

beforeAll(async () => {
  [browser, folder] = await Promise.all([openBrowser(), temporaryFolder()]);
  const archive = new FolderArchive(folder.path);
  const days = sessionsBetween('2025-11-24', '2026-01-06').map((session) => ({
    session,
    incomplete: session === '2025-12-10',
  }));
  const made = await publishOnly(archive, [...days, { session: corrected, revision: 2, score: 44 }]);
  await updateCatalogue(archive, made);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await browser?.close();
  server.close();
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

const onDisk = (path: string) => pathToFileURL(join(folder.path, path)).href;
const onSite = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;

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
        const expected = name.includes('not there') ? [expect.stringContaining('404')] : [];
        expect(complaints).toEqual(expected);
        const roots = [onDisk(''), onSite('')];
        expect(asked.filter((url) => !roots.some((root) => url.startsWith(root)))).toEqual([]);
        expect(await page.evaluate("document.fonts.load('16px Inter').then(({ length }) => length)")).toBe(1);
        await page.evaluate(axe);
        const { violations } = (await page.evaluate('axe.run(document)')) as AxeResults;
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      } finally {
        await page.close();
      }
    },
  );
});
