import { beforeEach, expect, it } from 'vitest';
import { stage, workOf } from '../../../lambda/archive/work.ts';
import { ArchiveError, RenderError } from '../../../lambda/errors.ts';
import type { Printer } from '../../../lambda/rendering/printer.ts';
import { dataFiles } from '../../../lambda/steps/data-files.ts';
import { render, renderStaged, reportBytes } from '../../../lambda/steps/render.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { sampleReport } from '../../support/sample-report.ts';

const report = sampleReport();
const json = reportBytes(report);
const page = Buffer.from('<!doctype html><p>page');
const pdf = Buffer.from('%PDF-1.7');

let printed: { html: string; paper: string }[];
let printer: Printer;
beforeEach(() => {
  printed = [];
  printer = {
    print: async (html, { paper }) => {
      printed.push({ html, paper });
      return pdf;
    },
    close: async () => undefined,
  };
});
const renderHtml = async () => page;

it('a report as bytes is its JSON, to the letter', () => {
  expect(Buffer.from(json).toString()).toBe(`${JSON.stringify(report)}\n`);
});

it('a report has a page, and a PDF where one is wanted', async () => {
  const pages = await render(report, json, { renderHtml, printer }, 'Letter');
  expect([...pages]).toEqual([
    ['report.json', json],
    ['briefing.html', page],
    ['briefing.pdf', pdf],
  ]);
  expect(printed.map(({ paper }) => paper)).toEqual(['Letter']);
  // What is printed is set for paper: it has the report's verdict, and is not the page for screens.
  expect(printed[0]!.html).toContain('Small caps lag');
  const without = await render(report, json, { renderHtml, printer: null }, 'A4');
  expect([...without.keys()]).toEqual(['report.json', 'briefing.html']);
});

it('staged pages lie beside their report, and say how long they took', async () => {
  const archive = new MemoryArchive();
  const work = workOf(report.session, json);
  await stage(archive, work, new Map([['report.json', json]]));
  const measured: [string, number][] = [];
  const measure = (name: string, value: number) => void measured.push([name, value]);
  expect(await renderStaged({ work, paper: 'A4' }, { archive, renderHtml, printer, measure })).toEqual({
    html: page.length,
    pdf: pdf.length,
  });
  expect(archive.texts()).toMatchObject({
    [`${work}briefing.html`]: page.toString(),
    [`${work}briefing.pdf`]: pdf.toString(),
  });
  expect(printed.map(({ paper }) => paper)).toEqual(['A4']);
  expect(measured).toEqual([['renderMilliseconds', expect.any(Number)]]);
  expect(measured[0]![1]).toBeGreaterThanOrEqual(0);
  expect(measured[0]![1]).toBeLessThan(600_000);
});

it('the page is kept although the PDF fails', async () => {
  const archive = new MemoryArchive();
  const work = workOf(report.session, json);
  await stage(archive, work, new Map([['report.json', json]]));
  const broken = { ...printer, print: () => Promise.reject(new RenderError('no browser')) };
  const ports = { archive, renderHtml, printer: broken, measure: () => undefined };
  await expect(renderStaged({ work, paper: 'A4' }, ports)).rejects.toThrow('no browser');
  expect(Object.keys(archive.texts())).toEqual([`${work}briefing.html`, `${work}report.json`]);
});

it('a report that is not staged, or is none, gets no page', async () => {
  const archive = new MemoryArchive();
  const ports = { archive, renderHtml, printer, measure: () => undefined };
  const work = workOf(report.session, json);
  await expect(renderStaged({ work, paper: 'A4' }, ports)).rejects.toThrow(ArchiveError);
  await stage(archive, work, new Map([['report.json', Buffer.from('{}')]]));
  await expect(renderStaged({ work, paper: 'A4' }, ports)).rejects.toThrow(ArchiveError);
  expect(printed).toEqual([]);
});

it('the files of data hold the figures of their report, the same bytes each time', () => {
  const files = dataFiles(report);
  expect([...files.keys()]).toEqual(['figures.js', 'figures.parquet']);
  expect(Buffer.from(files.get('figures.js')!).toString()).toContain('246.16');
  expect(Buffer.from(files.get('figures.parquet')!).subarray(0, 4).toString()).toBe('PAR1');
  expect(dataFiles(structuredClone(report))).toEqual(files);
});
