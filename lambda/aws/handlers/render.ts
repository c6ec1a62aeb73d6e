import { readJson } from '../../archive/bytes.ts';
import { stage, stagedReport } from '../../archive/work.ts';
import { files } from '../../archive-layout.ts';
import { openPrinter } from '../../rendering/pdf.ts';
import { typesetHere } from '../../rendering/typeset.ts';
import { report as reportSchema } from '../../report/schema.ts';
import { print } from '../../steps/render.ts';
import { lambda } from '../lambda.ts';
import { sweepCores, temporaryUsed } from '../temporary.ts';
import { renderEvent } from './events.ts';

/** Opened at init, which has the processor to itself: inflating takes seconds, and the first print finds it done. */
const printer = openPrinter();

/** A staged report becomes its pages. The HTML is kept before the PDF is begun: should that fail, the rest is there. */
export const handler = lambda('render', renderEvent, async ({ analyse: { work } }, room) => {
  const { archive, config, measure } = room;
  const started = performance.now();
  await sweepCores();
  const json = await stagedReport(archive, work);
  const report = readJson(reportSchema, json, archive.locate(work + files.report));
  const page = await typesetHere(report, json);
  await stage(archive, work, new Map([[files.html, page]]));
  const pdf = await print(report, printer, config.paper);
  await stage(archive, work, new Map([[files.pdf, pdf]]));
  measure('renderMilliseconds', performance.now() - started);
  measure('temporaryFolderUsed', await temporaryUsed());
  return { bytes: { html: page.length, pdf: pdf.length } };
});
