import { files } from '../archive-layout.ts';
import { renderHtml } from '../rendering/html.ts';
import { printParts } from '../rendering/print-parts.ts';
import type { Paper, Printer } from '../rendering/printer.ts';
import type { Typeset } from '../rendering/typeset.ts';
import type { Report } from '../report/schema.ts';

/** The files of one revision but its manifest, by name. */
export type Pages = ReadonlyMap<string, Uint8Array>;

export interface RenderPorts {
  readonly typeset: Typeset;
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
 * A report's pages, from the report alone.
 * @param json its `report.json`
 * @throws RenderError
 */
export async function render(
  report: Report,
  json: Uint8Array,
  { typeset, printer }: RenderPorts,
  paper: Paper,
): Promise<Pages> {
  const page = await typeset(report, json);
  const pages = new Map([
    [files.report as string, json],
    [files.html, page],
  ]);
  if (printer !== null) pages.set(files.pdf, await print(report, printer, paper));
  return pages;
}

/** A report's PDF. @throws RenderError */
export function print(report: Report, printer: Printer, paper: Paper): Promise<Uint8Array> {
  return printer.print(renderHtml(report, 'paper'), { ...printParts(report), paper });
}
