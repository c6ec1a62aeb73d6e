import type { Printer } from '../rendering/printer.ts';
import type { Typeset } from '../rendering/typeset.ts';
import { renderStaged } from '../steps/render.ts';
import { renderEvent } from './handlers/events.ts';
import { lambda, type Services } from './lambda.ts';
import { sweepCores, temporaryUsed } from './temporary.ts';

/** A staged report becomes its pages. Apart from the handler, whose import starts a browser. */
export const makeRenderHandler = (
  services: Services & { readonly typeset: Typeset; readonly printer: Printer },
) =>
  lambda('render', renderEvent, services, async (event, { archive, config, measure }) => {
    await sweepCores();
    const { typeset, printer } = services;
    const { work } = event.analyse;
    const bytes = await renderStaged({ work, paper: config.paper }, { archive, measure, typeset, printer });
    measure('temporaryFolderUsed', await temporaryUsed());
    return { bytes };
  });
