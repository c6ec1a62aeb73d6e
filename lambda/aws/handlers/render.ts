import { startBrowser } from '../browser.ts';
import { awsServices } from '../lambda.ts';
import { makeRenderHandler } from '../render-handler.ts';

/** A staged report becomes its pages. */
export const handler = makeRenderHandler({ ...awsServices, ...startBrowser() });
