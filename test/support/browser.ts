import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import { launchChromium } from '../../lambda/rendering/chromium/launch.ts';
import { temporaryFolder } from './temporary.ts';

/** A page as a reader opens it, and everything that it should not have done. */
export interface OpenPage {
  readonly page: Page;
  /** Warnings and errors of the console, and uncaught errors. */
  readonly complaints: readonly string[];
  /** Addresses that the page asked for besides itself. */
  readonly requests: readonly string[];
}

export interface PageWindow {
  readonly width: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  /** Pixels of the screen for one of the page. */
  readonly scale?: number;
}

/** The project's own Chromium, with pages read from files as from a reader's disk. */
export interface TestBrowser {
  readonly browser: Browser;
  open(html: string, window: PageWindow): Promise<OpenPage>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<TestBrowser> {
  const [chromium, folder] = await Promise.all([launchChromium(), temporaryFolder()]);
  let files = 0;
  return {
    browser: chromium.browser,
    open: async (html, { width, height = 900, scheme = 'light', scale = 1 }) => {
      files += 1;
      const file = join(folder.path, `page-${files}.html`);
      await writeFile(file, html);
      const url = pathToFileURL(file).href;
      const page = await chromium.browser.newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => {
        if (['warn', 'error', 'assert', 'issue'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('request', (request) => {
        if (request.url() !== url && !request.url().startsWith('data:')) requests.push(request.url());
      });
      await page.setViewport({ width, height, deviceScaleFactor: scale });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(url, { waitUntil: 'load' });
      return { page, complaints, requests };
    },
    close: async () => {
      await chromium.end();
      await folder.dispose();
    },
  };
}

/** Runs one of the scripts beside this file in the page. They are files of their own: they run in a browser. */
export async function inPage<T>(page: Page, name: string): Promise<T> {
  const script = readFileSync(join(import.meta.dirname, 'in-page', `${name}.js`), 'utf8');
  return (await page.evaluate(script)) as T;
}
