import { figureFile } from '../archive/figure-file.ts';
import { files } from '../archive-layout.ts';
import { figureTable } from '../catalogue/figure-rows.ts';
import { revisionFiguresScript } from '../catalogue/revision-figures.ts';
import type { Report } from '../report/schema.ts';

/** As `dataFiles`, wherever that is done. */
export type MakeDataFiles = (report: Report) => Promise<ReadonlyMap<string, Uint8Array>>;

/** Files of a revision that hold its numbers once more, for who does not read `report.json`. The same report, the same bytes. */
export function dataFiles(report: Report): ReadonlyMap<string, Uint8Array> {
  return new Map([
    [files.figures, Buffer.from(revisionFiguresScript(report))],
    [files.table, figureFile(figureTable(report))],
  ]);
}
