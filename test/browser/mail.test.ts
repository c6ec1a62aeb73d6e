import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentId } from '../../lambda/delivery/message.ts';
import { drawMailCharts } from '../../lambda/rendering/mail/charts.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { simulatedReport } from '../support/briefings.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { dispatchOf, mailTo } from '../support/mail.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: TestBrowser;
let html: string;

beforeAll(async () => {
  const [opened, report] = await Promise.all([openBrowser(), simulatedReport('2025-12-31')]);
  browser = opened;
  html = await shown(report);
});
afterAll(() => browser?.close());

/** A correction of a report as a mail program shows it: images in the place of their content ids. */
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
      "axe.run(document, { rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } })",
    )) as AxeResults;
    expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.close();
  });
});

it('the mail is readable where a program forces it dark', async () => {
  const { page } = await browser.open(html, { width: 360 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setAutoDarkModeOverride', { enabled: true });
  // The charts keep their white ground: a pixel at their edge is what was drawn.
  const shot = await page.screenshot({ fullPage: true });
  expect(shot.length).toBeGreaterThan(10_000);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await page.close();
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
