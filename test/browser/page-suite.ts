import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatNumber, formatShortDate } from '../../lambda/briefing/words/format.ts';
import { sourceTitle } from '../../lambda/briefing/words/source-title.ts';
import { renderHtml } from '../../lambda/rendering/html.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { inPage, type OpenPage, openBrowser, type PageWindow, type TestBrowser } from '../support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Phone, tablet, desktop. */
const widths = [390, 768, 1280] as const;
const schemes = ['light', 'dark'] as const;

interface Drawing {
  readonly id: string;
  readonly chart: boolean;
  readonly role: string | null;
  readonly marks: number;
  readonly broken: boolean;
  readonly alternative: string;
}

interface Appearance {
  readonly backgroundColor: string;
  readonly color: string;
  readonly fontFamily: string;
  readonly inter: boolean;
  readonly loaded: number;
  readonly failed: number;
}

interface Focused {
  readonly figure: string | null;
  readonly inside: boolean;
  readonly open: boolean;
  readonly text: string;
  readonly fits: boolean;
}

/** Every window that axe may look through. Contrast makes it slow on a page of thousands of numbers. */
export const allLooks: readonly PageWindow[] = schemes.flatMap((scheme) =>
  [390, 1280].map((width) => ({ scheme, width })),
);
/** Each width once and each scheme once: for full pages, whose parts the sample shows in every window. */
const twoLooks: readonly PageWindow[] = [
  { scheme: 'light', width: 390 },
  { scheme: 'dark', width: 1280 },
];

/**
 * What holds for the page of every report, seen by a reader with a browser.
 * @param isWhole whether it has the blocks of an evening's briefing, as a made-up report does not
 */
export function describePage(
  name: string,
  makeReport: () => Promise<Report>,
  looks: readonly PageWindow[] = twoLooks,
  isWhole = true,
): void {
  describe(`the page of ${name}`, () => {
    let browser: TestBrowser;
    let report: Report;
    let html: string;
    beforeAll(async () => {
      [browser, report] = await Promise.all([openBrowser(), makeReport()]);
      html = renderHtml(report);
    });
    afterAll(() => browser?.close());

    /** Pages that nothing is done to, one a window: a page is half a second to load. */
    const open = new Map<string, Promise<OpenPage>>();

    /** Looks at the page without touching it, and asserts that it logged no error and made no request. */
    async function look<T>(window: PageWindow, see: (page: OpenPage['page']) => Promise<T>) {
      const { width, scheme = 'light' } = window;
      const opening = open.get(`${width} ${scheme}`) ?? browser.open(html, window);
      open.set(`${width} ${scheme}`, opening);
      return quietly(await opening, see);
    }

    /** Opens the page anew, for what presses, selects or opens something in it. */
    async function use<T>(window: PageWindow, see: (page: OpenPage['page']) => Promise<T>) {
      const opened = await browser.open(html, window);
      try {
        return await quietly(opened, see);
      } finally {
        await opened.page.close();
      }
    }

    async function quietly<T>(
      { page, complaints, requests }: OpenPage,
      see: (page: OpenPage['page']) => Promise<T>,
    ) {
      const seen = await see(page);
      expect(complaints).toEqual([]);
      expect(requests).toEqual([]);
      return seen;
    }

    it('is under 600 kB', () => {
      expect(Buffer.byteLength(html)).toBeLessThan(600_000);
    });

    it.each([320, ...widths])('fits into a window of %i px', async (width) => {
      expect(await look({ width }, (page) => inPage<string[]>(page, 'overflow'))).toEqual([]);
    });

    it.each([320, ...widths])(
      'lays no cell of a table over another, and breaks no word of a heading or a label, at %i px',
      async (width) => {
        const [overlaps, broken] = await look({ width }, async (page) => [
          await inPage<string[]>(page, 'overlaps'),
          await inPage<string[]>(page, 'broken-words'),
        ]);
        expect(overlaps).toEqual([]);
        expect(broken).toEqual([]);
      },
    );

    it.each([320, 360, 375, ...widths])('shows every column of every table at %i px', async (width) => {
      expect(await look({ width }, (page) => inPage<string[]>(page, 'sideways'))).toEqual([]);
    });

    it.each([320, 390, 800, 1280])('keeps words of neighbouring cells apart at %i px', async (width) => {
      expect(await look({ width }, (page) => inPage<string[]>(page, 'touching'))).toEqual([]);
    });

    it('has every section of the outline in a line on a phone', async () => {
      const torn = await look({ width: 390 }, (page) =>
        page.evaluate(
          "[...document.querySelectorAll('.outline a')].filter((link) => { const range = document.createRange(); range.selectNodeContents(link); return range.getClientRects().length > 1; }).map(({ textContent }) => textContent)",
        ),
      );
      expect(torn).toEqual([]);
    });

    it.each(widths)(
      'draws every chart of the report at %i px, each with marks and a text alternative',
      async (width) => {
        const drawings = await look({ width }, (page) => inPage<Drawing[]>(page, 'charts'));
        const charts = [...report.front.blocks, ...report.sections.flatMap(({ blocks }) => blocks)]
          .filter(({ kind }) => kind === 'chart')
          .map(({ id }) => id);
        expect(charts.length).toBeGreaterThan(0);
        for (const id of charts)
          expect(drawings.filter((drawing) => drawing.chart && drawing.id === id)).toHaveLength(1);
        for (const drawing of drawings) {
          expect(drawing, drawing.id).toMatchObject({ role: 'img', broken: false });
          expect(drawing.marks, drawing.id).toBeGreaterThan(0);
          expect(drawing.alternative.length, `text alternative of ${drawing.id}`).toBeGreaterThan(5);
        }
      },
    );

    it.each(looks)('is clean by axe at $width px in $scheme', async (window) => {
      const violations = await look(window, async (page) => {
        await page.evaluate(axe);
        const results = (await page.evaluate(
          "axe.run(document, { resultTypes: ['violations'] })",
        )) as AxeResults;
        return results.violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 3)
              .map((node) => `${node.target} ${node.failureSummary}`)
              .join(' | ')}`,
        );
      });
      expect(violations).toEqual([]);
    });

    it('is set in Inter from itself, in colours of their own for dark and light', async () => {
      const [light, dark] = [
        await look({ width: 1280 }, (page) => inPage<Appearance>(page, 'appearance')),
        await look({ width: 1280, scheme: 'dark' }, (page) => inPage<Appearance>(page, 'appearance')),
      ];
      for (const seen of [light, dark]) {
        expect(seen).toMatchObject({ inter: true, failed: 0 });
        expect(seen.fontFamily).toMatch(/^"?Inter/);
        expect(seen.loaded).toBeGreaterThanOrEqual(2);
      }
      expect(luminance(light.backgroundColor)).toBeGreaterThan(luminance(light.color));
      expect(luminance(dark.backgroundColor)).toBeLessThan(luminance(dark.color));
    });

    it.each([390, 1280])('tells of a figure by keyboard alone at %i px', async (width) => {
      await use({ width }, async (page) => {
        let at = await inPage<Focused>(page, 'focused');
        for (let presses = 0; at.figure === null && presses < 60; presses += 1) {
          await page.keyboard.press('Tab');
          at = await inPage<Focused>(page, 'focused');
        }
        const first = at.figure ?? '';
        expect(first).toMatch(/^#./);
        await page.keyboard.press('Enter');
        at = await inPage<Focused>(page, 'focused');
        expect(at).toMatchObject({ open: true, inside: true, fits: true });
        const figure = report.figures[decodeURIComponent(first.slice(1))]!;
        expect(at.text).toContain(sourceTitle(figure.source));
        expect(at.text).toContain(figure.method);
        expect(at.text).toContain(report.methods[figure.method]!.definition);
        await page.keyboard.press('Escape');
        expect(await inPage<Focused>(page, 'focused')).toMatchObject({ open: false, figure: first });
      });
    });

    it.runIf(isWhole)('gives each end of the expected move its sign', async () => {
      const moves = await look({ width: 1280 }, (page) =>
        page.evaluate(
          "[...document.querySelectorAll('#tomorrow tr')].filter((row) => /σ/.test(row.textContent)).map((row) => row.cells[0].textContent[0] + row.cells[2].textContent[0])",
        ),
      );
      expect(moves).toEqual(['++', '−−']);
    });

    it.runIf(isWhole)('shows the dated prices that a return is made of', async () => {
      const { end, starts } = report.windowPrices!;
      const [symbol, close] = Object.entries(starts.ytd!.closes)[0]!;
      const found = await use({ width: 1280 }, async (page) => {
        await page.evaluate(`document.querySelector('#performance a[href="#return.${symbol}.ytd"]').click()`);
        return (await inPage<Focused>(page, 'focused')).text;
      });
      const shown = Number(report.figures[`close.${symbol}`]!.value);
      const start = (close * shown) / end[symbol]!;
      expect(found).toContain(`${formatNumber(shown, 2)} ÷ ${formatNumber(start, 2)} − 1`);
      expect(found).toContain(
        `${formatShortDate(starts.ytd!.session)} to ${formatShortDate(report.session)}`,
      );
    });

    it.each([390, 1280])(
      'opens the record that an address names, where its figure is first, at %i px',
      async (width) => {
        await use({ width }, async (page) => {
          const first = String(
            await page.evaluate("[...document.querySelectorAll('.block.table td > a')].at(-1).hash.slice(1)"),
          );
          const id = decodeURI(first);
          await page.evaluate(`location.hash = 'f=${encodeURIComponent(id)}'`);
          await page.waitForFunction("document.getElementById('tell').matches(':popover-open')");
          expect(await inPage<Focused>(page, 'focused')).toMatchObject({
            open: true,
            inside: true,
            fits: true,
          });
          const seen = await page.evaluate(
            `(() => { const { top, bottom } = [...document.querySelectorAll('a.f, td > a')].find(({ hash }) => hash === '#${first}').getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; })()`,
          );
          expect(seen).toBe(true);
          await page.keyboard.press('Escape');
          // The focus goes back by an event that comes after the key.
          await page.waitForFunction(`document.activeElement.hash === '#${first}'`);
          expect((await inPage<Focused>(page, 'focused')).open).toBe(false);
          await page.evaluate("location.hash = 'f=no.such.figure'");
          expect((await inPage<Focused>(page, 'focused')).open).toBe(false);
        });
      },
    );

    it('walks a table by its columns and rows, and gives the focus back to who tabs out of a record', async () => {
      await use({ width: 1280 }, async (page) => {
        const focus = () => inPage<Focused>(page, 'focused');
        await page.evaluate("document.querySelector('.block.table td > a').focus()");
        const first = await focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowUp');
        expect((await focus()).figure).toBe(first.figure);
        await page.keyboard.press('End');
        const last = await focus();
        expect(last.figure).not.toBe(first.figure);
        await page.keyboard.press('Home');
        expect((await focus()).figure).toBe(first.figure);
        await page.keyboard.press('Enter');
        for (let presses = 0; presses < 30 && (await focus()).open; presses += 1)
          await page.keyboard.press('Tab');
        expect((await focus()).open).toBe(false);
      });
    });

    // Chromium of a distribution finds words in a closed `details` and opens it; the project's own, without the tables of
    // collation, finds nothing on any page.
    it.each([390, 1280])('keeps no word from find in the page at %i px', async (width) => {
      expect(await look({ width }, (page) => inPage<string[]>(page, 'unfindable'))).toEqual([]);
    });

    it('gives numbers of a table to the clipboard as a sheet reads them', async () => {
      const copied = await use({ width: 1280 }, (page) => inPage<string>(page, 'copied-table'));
      const rows = copied.split('\n').map((row) => row.split('\t'));
      expect(rows.length).toBeGreaterThan(2);
      expect(copied).not.toMatch(/[\u2212\u202f\u00a0]/);
      const numbers = rows
        .slice(1)
        .flatMap((cells) => cells.slice(1))
        .filter((cell) => /^[-+±]?\d/.test(cell));
      expect(numbers.length).toBeGreaterThan(2);
      for (const number of numbers) expect(number).toMatch(/^[-+±]?[\d.]+( pts|%)?$/);
    });

    it.each(widths)('lays no label of a chart over another, or beyond its block, at %i px', async (width) => {
      expect(await look({ width }, (page) => inPage<string[]>(page, 'label-faults'))).toEqual([]);
    });

    it('has no word for machines or operators, and no number that a line end tears', async () => {
      const [strange, said] = await look({ width: 1280 }, async (page) => [
        await inPage<string[]>(page, 'strange-words'),
        await page.evaluate(
          // Under Sources, a series also has the name by which its publisher has it.
          "[...document.querySelectorAll('.front p, .lead, .prose, .notes, .absence, .block:not(#methods\\\\.sources) .hint')].map(({ textContent }) => textContent).join(' ')",
        ),
      ]);
      expect(strange).toEqual([]);
      const ids = Object.entries(report.names ?? {}).flatMap(([id, name]) => (name.includes(id) ? [] : [id]));
      const words = new Set(String(said).split(/[^\w^]+/));
      expect(ids.filter((id) => words.has(id))).toEqual([]);
    });

    it('says on the page what marks it carries', async () => {
      const text = await look({ width: 1280 }, (page) => page.evaluate('document.body.innerText'));
      expect(String(text).includes('SIMULATED DATA')).toBe(report.marks.simulated);
      expect(/\bINCOMPLETE\b/.test(String(text))).toBe(report.marks.incomplete);
    });
  });
}

/** Lightness of a colour as computed styles write it, 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
