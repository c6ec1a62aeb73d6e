import { renderStaged, type StagedRenderPorts } from '../steps/render.ts';
import { renderEvent } from './events.ts';
import { lambda, type Services } from './lambda.ts';

export interface RenderServices extends Services, Pick<StagedRenderPorts, 'renderHtml' | 'printer'> {
  /** The temporary folder: what crashes left there is swept away, and how many per cent of it are in use. */
  readonly temporary: { readonly sweep: () => Promise<void>; readonly used: () => Promise<number> };
}

/** A staged report becomes its pages. Apart from the handler, whose import starts a browser. */
export const makeRenderHandler = ({ renderHtml, printer, temporary, ...services }: RenderServices) =>
  lambda('render', renderEvent, services, async (event, { archive, config, measure }) => {
    await temporary.sweep();
    const { work } = event.analyse;
    const bytes = await renderStaged(
      { work, paper: config.paper },
      { archive, measure, renderHtml, printer },
    );
    measure('temporaryFolderUsed', await temporary.used());
    return { bytes };
  });
