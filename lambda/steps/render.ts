import type { Report } from '../briefing/report.ts';
import { files } from '../contract.ts';
import { printParts, renderHtml } from '../rendering/html.ts';
import type { Printer } from '../rendering/printer.ts';
import type { Paper } from './publish.ts';

/** The files of one revision but its manifest, by name. */
export type Pages = ReadonlyMap<string, Uint8Array>;

/** `report.json` as bytes: the same report, the same bytes. */
export function reportBytes(report: Report): Uint8Array {
  return Buffer.from(`${JSON.stringify(report)}\n`);
}

/**
 * A report's pages, from the report alone.
 * @param printer null when no PDF is wanted
 * @throws RenderError
 */
export async function render(report: Report, printer: Printer | null, paper: Paper): Promise<Pages> {
  const html = renderHtml(report);
  const pages = new Map<string, Uint8Array>([
    [files.report, reportBytes(report)],
    [files.html, Buffer.from(html)],
  ]);
  if (printer !== null) pages.set(files.pdf, await printer.print(html, { ...printParts(report), paper }));
  return pages;
}
