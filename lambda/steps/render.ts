import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import { readReport } from '../archive/report-file.ts';
import { stage, stagedReport } from '../archive/work.ts';
import { files } from '../archive-layout.ts';
import { renderHtml } from '../rendering/html.ts';
import { printParts } from '../rendering/print-parts.ts';
import type { Paper, Printer } from '../rendering/printer.ts';
import type { RenderHtml } from '../rendering/render-html.ts';
import type { Report } from '../report/schema.ts';
import type { Measures } from './measures.ts';

/** The files of one revision but its manifest, by name. */
export type Pages = ReadonlyMap<string, Uint8Array>;

export interface RenderPorts {
  readonly renderHtml: RenderHtml;
  /** Null when no PDF is wanted. */
  readonly printer: Printer | null;
}

/**
 * `report.json` as bytes: the same report, the same bytes. Written part by part, which halves the time: a text with one
 * letter beyond Latin-1 is held twice as wide, and most of the parts, the figures among them, have none.
 */
export function reportBytes(report: Report): Uint8Array {
  const parts = Object.entries(report).map(([name, part], index) =>
    Buffer.from(`${index === 0 ? '{' : ','}${JSON.stringify(name)}:${JSON.stringify(part)}`),
  );
  return Buffer.concat([...parts, Buffer.from('}\n')]);
}

/**
 * A report's pages, from the report alone. The page for the screen is made, and held to the schema, while the browser prints
 * the one for paper.
 * @param json its `report.json`
 * @throws RenderError
 */
export async function render(
  report: Report,
  json: Uint8Array,
  { renderHtml, printer }: RenderPorts,
  paper: Paper,
): Promise<Pages> {
  const printing = printer === null ? null : print(report, printer, paper);
  // Awaited later; this only prevents an unhandledRejection.
  printing?.catch(() => undefined);
  // What is to be printed is sent before this thread is busy again.
  await setImmediate();
  const pages = new Map([
    [files.report as string, json],
    [files.html, await renderHtml(report, json)],
  ]);
  if (printing !== null) pages.set(files.pdf, await printing);
  return pages;
}

/**
 * Renders a staged report, and stages its pages. The HTML is stored before the PDF is begun: should that fail, the rest
 * is there.
 * @returns the size of each page in bytes @throws ArchiveError @throws RenderError
 */
export async function renderStaged(
  { work, paper }: { readonly work: string; readonly paper: Paper },
  { archive, renderHtml, printer, measure }: Measures & StagedRenderPorts,
): Promise<{ readonly html: number; readonly pdf: number }> {
  const started = performance.now();
  const json = await stagedReport(archive, work);
  const report = readReport(json, archive.locate(work + files.report));
  const page = await renderHtml(report, json);
  await stage(archive, work, new Map([[files.html, page]]));
  const pdf = await print(report, printer, paper);
  await stage(archive, work, new Map([[files.pdf, pdf]]));
  measure('renderMilliseconds', performance.now() - started);
  return { html: page.length, pdf: pdf.length };
}

export interface StagedRenderPorts {
  readonly archive: Archive;
  readonly renderHtml: RenderHtml;
  readonly printer: Printer;
}

/** A report's PDF. @throws RenderError */
async function print(report: Report, printer: Printer, paper: Paper): Promise<Uint8Array> {
  return await printer.print(renderHtml(report, 'paper', paper), { ...printParts(report), paper });
}
