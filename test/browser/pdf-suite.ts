import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printParts, renderHtml } from '../../lambda/rendering/html.ts';
import { openPrinter } from '../../lambda/rendering/pdf.ts';
import type { Printer, PrintOptions } from '../../lambda/rendering/printer.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { inPage, openBrowser } from '../support/browser.ts';
import { filledShare, fontsOf, openPdf, outlineOf, pageText } from '../support/pdf.ts';

/** That a report fits on its sheets in both papers, and nothing more: for sessions that differ in their length. */
export function describeLength(name: string, makeReport: () => Promise<Report>): void {
  it(`${name} has a sheet for each part on both papers, none mostly blank`, async () => {
    const printer = openPrinter();
    try {
      const report = await makeReport();
      expect(Buffer.byteLength(renderHtml(report))).toBeLessThan(600_000);
      for (const paper of ['A4', 'Letter'] as const) {
        const pdf = await openPdf(
          await printer.print(renderHtml(report, 'paper', paper), { ...printParts(report), paper }),
        );
        expect(pdf.numPages, paper).toBe(sheets);
        for (let page = 1; page <= pdf.numPages; page += 1)
          expect(await filledShare(pdf, page), `sheet ${page} on ${paper}`).toBeGreaterThan(
            page === 1 ? frontFilled : 0.5,
          );
      }
    } finally {
      await printer.close();
    }
  });
}

/** The front page's last chart takes what the words leave. */
const frontFilled = 0.8;

/**
 * Front; rotation with history and calls; the fund with the calendar; levels with the claims; macro with terms and notice: a
 * sheet each.
 */
const sheets = 5;

/** What holds for the PDF of every report, on both papers, read by pdf.js. */
export function describePdf(
  name: string,
  makeReport: () => Promise<Report>,
  pages?: { least: number; most: number },
): void {
  describe.each(['A4', 'Letter'] as const)(`the PDF of ${name} on %s`, (paper) => {
    let printer: Printer;
    let report: Report;
    let html: string;
    let options: PrintOptions;
    let bytes: Uint8Array;
    let pdf: PDFDocumentProxy;
    let texts: string[];
    beforeAll(async () => {
      printer = openPrinter();
      report = await makeReport();
      html = renderHtml(report, 'paper', paper);
      options = { ...printParts(report), paper };
      bytes = await printer.print(html, options);
      pdf = await openPdf(bytes);
      texts = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pageText(pdf, index + 1)));
    });
    afterAll(() => printer?.close());

    it('has as many sheets as it has parts, and is under 400 kB', () => {
      expect(pdf.numPages).toBeGreaterThanOrEqual(pages?.least ?? sheets);
      expect(pdf.numPages).toBeLessThanOrEqual(pages?.most ?? sheets);
      expect(bytes.length).toBeLessThan(400_000);
    });

    it.skipIf(pages !== undefined)('has no sheet that is mostly blank', async () => {
      for (let page = 1; page <= pdf.numPages; page += 1)
        expect(await filledShare(pdf, page), `sheet ${page}`).toBeGreaterThan(0.5);
    });

    it('is the same bytes when it is printed again', async () => {
      expect(Buffer.from(await printer.print(html, options)).equals(bytes)).toBe(true);
    });

    it('opens with the verdict', () => {
      const verdict = report.front.verdict.parts
        .map((part) => (typeof part === 'string' ? part : part.text))
        .join('');
      expect(squeeze(texts[0]!)).toContain(squeeze(verdict));
    });

    it('carries running head, page number and every mark on every page', () => {
      texts.forEach((text, index) => {
        expect(squeeze(text)).toContain(squeeze(`Page ${index + 1} of ${texts.length}`));
        expect(squeeze(text)).toContain(squeeze(report.edition.title));
        expect(text.includes('SIMULATED DATA')).toBe(report.marks.simulated);
        expect(/\bINCOMPLETE\b/.test(text)).toBe(report.marks.incomplete);
      });
    });

    it('has an outline of all its sections', async () => {
      const outline = await outlineOf(pdf);
      const sections = report.sections.map(({ title }) => title);
      expect(sections.length).toBeGreaterThan(0);
      expect(outline.filter((title) => sections.includes(title))).toEqual(sections);
    });

    it('is tagged, in its language, under its title, with the dates of the report', async () => {
      const { info } = await pdf.getMetadata();
      const at = report.collectedAt.slice(0, 19).replace(/[-T:]/g, '');
      expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
      expect(info).toMatchObject({
        Title: options.title,
        Language: options.language,
        CreationDate: `D:${at}+00'00'`,
        ModDate: `D:${at}+00'00'`,
      });
      for (let page = 1; page <= pdf.numPages; page += 1)
        expect(await (await pdf.getPage(page)).getStructTree()).toMatchObject({ role: 'Root' });
    });

    it('embeds Inter and no other font, none of it as Type 3', async () => {
      const fonts = await fontsOf(pdf);
      expect(fonts.length).toBeGreaterThan(1);
      for (const font of fonts) {
        expect(font).toMatchObject({ embedded: true, type3: false });
        expect(font.name).toMatch(/^[A-Z]{6}\+Inter-/);
      }
    });

    it('has no link: the records of its figures are not printed', async () => {
      for (let page = 1; page <= pdf.numPages; page += 1)
        expect(await (await pdf.getPage(page)).getAnnotations()).toEqual([]);
    });

    it('splits no row, no chart, and no heading from what it heads', async () => {
      const browser = await openBrowser();
      try {
        const { page } = await browser.open(html, { width: 720 });
        await page.emulateMediaType('print');
        const pieces = await inPage<{ kind: string; text: string }[]>(page, 'pieces');
        expect(pieces.length).toBeGreaterThan(10);
        const sheets = texts.map(squeeze);
        const split = pieces.filter(({ text }) => !sheets.some((sheet) => sheet.includes(squeeze(text))));
        expect(split).toEqual([]);
      } finally {
        await browser.close();
      }
    });
  });
}

/** What holds for the tables of a report on paper. */
export function describeTables(name: string, makeReport: () => Promise<Report>): void {
  it(`the tables of ${name} hold their words on paper`, async () => {
    const browser = await openBrowser();
    try {
      const { page } = await browser.open(renderHtml(await makeReport()), { width: 690 });
      await page.emulateMediaType('print');
      expect(await inPage<string[]>(page, 'cells')).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}

/**
 * Letters alone: line ends, letter spacing and capitals by style come and go on the way through a PDF, and Inter has
 * one glyph for the apostrophe of punctuation and that of phonetics.
 */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '').replaceAll('\u02bc', '\u2019').toLowerCase();
}
