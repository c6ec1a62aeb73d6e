import { expect, it } from 'vitest';
import { formatNumber, formatShortDate } from '../../lambda/briefing/words/format.ts';
import { sourceTitle } from '../../lambda/briefing/words/source-title.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { inPage, type OpenPage, type PageWindow } from '../support/browser.ts';

interface Focused {
  readonly figure: string | null;
  readonly inside: boolean;
  readonly open: boolean;
  readonly text: string;
  readonly fits: boolean;
}

type Use = <T>(window: PageWindow, see: (page: OpenPage['page']) => Promise<T>) => Promise<T>;

/**
 * What holds of the records of figures on every page, and of its tables, by mouse, keyboard, address and clipboard.
 * @param use opens the page anew, and asserts that it logged no error and made no request
 * @param isWhole whether it has the blocks of an evening's briefing
 */
export function describeRecords(report: () => Report, use: Use, isWhole: boolean): void {
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
      const figure = report().figures[decodeURIComponent(first.slice(1))]!;
      expect(at.text).toContain(sourceTitle(figure.source));
      expect(at.text).toContain(figure.method);
      expect(at.text).toContain(report().methods[figure.method]!.definition);
      await page.keyboard.press('Escape');
      expect(await inPage<Focused>(page, 'focused')).toMatchObject({ open: false, figure: first });
    });
  });

  it.runIf(isWhole)('shows the dated prices that a return is made of', async () => {
    const { end, starts } = report().windowPrices!;
    const [symbol, close] = Object.entries(starts.ytd!.closes)[0]!;
    const found = await use({ width: 1280 }, async (page) => {
      await page.evaluate(`document.querySelector('#performance a[href="#return.${symbol}.ytd"]').click()`);
      return (await inPage<Focused>(page, 'focused')).text;
    });
    const shown = Number(report().figures[`close.${symbol}`]!.value);
    const start = (close * shown) / end[symbol]!;
    expect(found).toContain(`${formatNumber(shown, 2)} ÷ ${formatNumber(start, 2)} − 1`);
    expect(found).toContain(
      `${formatShortDate(starts.ytd!.session)} to ${formatShortDate(report().session)}`,
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
}
