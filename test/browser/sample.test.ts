import { describe, expect, it } from 'vitest';
import { printParts, renderHtml } from '../../lambda/rendering/html.ts';
import { openPrinter } from '../../lambda/rendering/pdf.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { largestText, openPdf, pageText } from '../support/pdf.ts';
import { sampleReport } from '../support/sample-report.ts';
import { allLooks, describePage } from './page-suite.ts';
import { describePdf } from './pdf-suite.ts';

/** A made-up report that uses every kind of block: small, so its PDF is short, and axe can look at it every way. */
const sample = async () => sampleReport();
describePage('the sample', sample, allLooks, false);
describePdf('the sample', sample, { least: 2, most: 8 });

/** Every note, reason and sentence of outside text may hold a word of this length: an address, a token. */
const endless = 'A'.repeat(300);

describe('a report with words longer than a line', () => {
  it('prints as many sheets in the same size, with its charts', async () => {
    const printer = openPrinter();
    try {
      const report = sampleReport();
      const print = { ...printParts(report), paper: 'A4' as const };
      const plain = await openPdf(await printer.print(renderHtml(report, 'paper'), print));
      const pdf = await openPdf(await printer.print(renderHtml(withEndlessWords(report), 'paper'), print));
      expect(Math.abs(pdf.numPages - plain.numPages)).toBeLessThanOrEqual(1);
      expect(await largestText(pdf, 1)).toBeCloseTo(await largestText(plain, 1), 3);
      const texts = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pageText(pdf, at + 1)));
      expect(texts.join('')).toContain('AAAAAAAA');
    } finally {
      await printer.close();
    }
  });
});

function withEndlessWords(report: Report): Report {
  const figures = Object.fromEntries(
    Object.entries(report.figures).map(([id, figure]) => [
      id,
      figure.reason === undefined ? figure : { ...figure, reason: `${figure.reason} ${endless}` },
    ]),
  );
  const sections = report.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'table'
        ? { ...block, notes: [...block.notes, { parts: [endless], figures: [] }] }
        : block,
    ),
  }));
  return { ...report, figures, sections } as Report;
}
