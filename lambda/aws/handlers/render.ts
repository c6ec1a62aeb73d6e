import { openPrinter } from '../../rendering/pdf.ts';
import { typesetHere } from '../../rendering/typeset.ts';
import { renderStaged } from '../../steps/render.ts';
import { lambda } from '../lambda.ts';
import { sweepCores, temporaryUsed } from '../temporary.ts';
import { renderEvent } from './events.ts';

/** Opened at init, which has the processor to itself: inflating takes seconds, and the first print finds it done. */
const printer = openPrinter();

/** A staged report becomes its pages. */
export const handler = lambda('render', renderEvent, async (event, { archive, config, measure }) => {
  await sweepCores();
  const { work } = event.analyse;
  const ports = { archive, measure, typeset: typesetHere, printer };
  const bytes = await renderStaged({ work, paper: config.paper }, ports);
  measure('temporaryFolderUsed', await temporaryUsed());
  return { bytes };
});
