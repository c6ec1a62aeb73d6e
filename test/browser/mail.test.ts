import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentId } from '../../lambda/delivery/message.ts';
import { drawMailCharts } from '../../lambda/rendering/mail/charts.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { simulatedReport } from '../support/briefings.ts';
import { inPage, openBrowser, type TestBrowser } from '../support/browser.ts';
import { dispatchOf, mailTo } from '../support/mail.ts';
import { onceAsync } from '../support/memo.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: TestBrowser;
let html: string;

beforeAll(async () => {
  const [opened, report] = await Promise.all([openBrowser(), simulatedReport('2025-12-31')]);
  browser = opened;
  html = await shown(report);
});
afterAll(() => browser?.close());

/** A correction of a report as a mail program shows it: images in place of their content ids. */
async function shown(report: Report): Promise<string> {
  const before = structuredClone(report);
  Object.assign(before.figures['close.TNA']!, { value: 60 });
  const earlier = { report: before, sentAt: '2025-12-31T22:46:00Z', messageId: null };
  const mail = await mailTo(dispatchOf({ ...report, revision: 2 }, { earlier }));
  const charts = await drawMailCharts(report);
  return charts.reduce(
    (page, chart) =>
      page.replace(
        `cid:${contentId(chart)}`,
        `data:image/png;base64,${Buffer.from(chart.png).toString('base64')}`,
      ),
    mail.html,
  );
}

/** What mail programs make of it: the whole; without its style sheet; with images blocked. */
const forms: readonly (readonly [name: string, change: (html: string) => string])[] = [
  ['whole', (page) => page],
  ['without its style sheet', (page) => page.replace(/<style>[\s\S]*?<\/style>/, '')],
  ['with images blocked', (page) => page.replaceAll(/src="data:[^"]+"/g, 'src="data:,"')],
];

describe.each(forms)('the mail, %s', (_, change) => {
  it.each([320, 360, 600])('fits into %i px', async (width) => {
    const { page } = await browser.open(change(html), { width });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('is clean by axe in %s, contrast included', async (scheme) => {
    const { page } = await browser.open(change(html), { width: 360, scheme });
    await page.evaluate(axe);
    const results = (await page.evaluate(
      "axe.run(document, { resultTypes: ['violations'], rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } })",
    )) as AxeResults;
    expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.close();
  });
});

/** Pixels of the screen for one of the page, so that strokes have a core. */
const scale = 2;

/**
 * Mail programs that know no dark style turn a mail dark themselves. They drop its style sheet and what it says of colour
 * schemes; some compute new colours for text and ground, as Chromium's own forced dark does, some invert what they find.
 */
const turnedDark: readonly (readonly [name: string, style: string, force: boolean])[] = [
  ['computes new colours', '', true],
  ['inverts colours and images', 'html{background:#fff;filter:invert(1)}', false],
];

describe.each(turnedDark)('where a mail program %s', (_, style, force) => {
  let texts: readonly { readonly text: string; readonly contrast: number }[];
  let charts: readonly { readonly read: number; readonly kept: number }[];
  let ground: number;

  beforeAll(async () => {
    const page = await openedWhole(withoutSchemes().replace('</head>', `<style>${style}</style></head>`));
    if (force)
      await (await page.createCDPSession()).send('Emulation.setAutoDarkModeOverride', { enabled: true });
    const [before, after] = await Promise.all([usualPicture(), pictureOf(page)]);
    const boxes = await inPage<readonly Box[]>(page, 'text-boxes');
    const images = (await page.evaluate(
      '[...document.images].map((image) => { const { x, y, width, height } = image.getBoundingClientRect(); return { x, y: y + scrollY, width, height }; })',
    )) as readonly Box[];
    await page.evaluate(readFileSync(new URL('../support/in-page/pixels.js', import.meta.url), 'utf8'));
    const measured = async <T>(call: string, ...values: unknown[]) =>
      (await page.evaluate(`${call}(${values.map((value) => JSON.stringify(value)).join()})`)) as T;
    texts = await measured('textContrasts', after, boxes, scale);
    charts = await Promise.all(
      images.map((box) => measured<(typeof charts)[number]>('stillReadable', before, after, box, scale, 4.5)),
    );
    const corner = { x: 2, y: 40, width: 8, height: 8 };
    ground = await measured(
      `(async (address, box) => luminances((await pixelsOf(address))(box, 2))[0])`,
      after,
      corner,
    );
    await page.close();
  });

  it('it is dark, and every text has a contrast of 4.5 or more', () => {
    expect(ground).toBeLessThan(0.1);
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
  });

  it('what could be read of a chart still can', () => {
    expect(charts).toHaveLength(2);
    for (const { read, kept } of charts) {
      expect(read).toBeGreaterThan(1_000);
      expect(kept / read).toBeGreaterThan(0.95);
    }
  });
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The mail as programs keep it that have no dark style. */
const withoutSchemes = (): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll(/<meta name="[a-z-]*color-scheme[a-z-]*"[^>]*>/g, '');

/** A page in a window as high as itself: a picture of more than the window is taken without forced dark. */
async function openedWhole(source: string): Promise<Page> {
  const { page } = await browser.open(source, { width: 360, scale });
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await page.setViewport({ width: 360, height, deviceScaleFactor: scale });
  return page;
}

const pictureOf = async (page: Page): Promise<string> =>
  `data:image/png;base64,${Buffer.from(await page.screenshot()).toString('base64')}`;

/** What it looks like where nothing turns it dark. */
const usualPicture = onceAsync(async () => {
  const page = await openedWhole(withoutSchemes());
  const picture = await pictureOf(page);
  await page.close();
  return picture;
});

it('the smallest text of a chart is 9 px or more on a phone of 360 px', async () => {
  const { page } = await browser.open(html, { width: 360 });
  const widths = (await page.evaluate(
    "[...document.querySelectorAll('img')].map((image) => [image.getBoundingClientRect().width, image.naturalWidth])",
  )) as [number, number][];
  // Labels of axes are drawn with 11 px at 360 px.
  for (const [width, natural] of widths) {
    expect(natural).toBe(720);
    expect((11 * width) / 360).toBeGreaterThanOrEqual(9);
  }
  await page.close();
});
