import { setImmediate } from 'node:timers/promises';
import { figureFile } from '../archive/figure-file.ts';
import { files } from '../archive-layout.ts';
import { figureTable } from '../catalogue/figure-rows.ts';
import { revisionFiguresScript } from '../catalogue/revision-figures.ts';
import type { Report } from '../report/schema.ts';

/** As `dataFiles`, wherever that is done. @param json the report as the bytes of its `report.json`, for a thread, which parses it */
export type MakeDataFiles = (report: Report, json: Uint8Array) => Promise<ReadonlyMap<string, Uint8Array>>;

/** Files of a revision that hold its numbers once more, for who does not read `report.json`. The same report, the same bytes. */
export function dataFiles(report: Report): ReadonlyMap<string, Uint8Array> {
  return new Map([
    [files.figures, Buffer.from(revisionFiguresScript(report))],
    [files.table, figureFile(figureTable(report))],
  ]);
}

/** As `dataFiles`, with a pause in which a print gets on. */
export const dataFilesHere: MakeDataFiles = async (report) => {
  await setImmediate();
  return dataFiles(report);
};
