import { openPrinter } from '../../rendering/pdf.ts';
import { typesetHere } from '../../rendering/typeset.ts';
import { awsServices } from '../lambda.ts';
import { makeRenderHandler } from '../render-handler.ts';

/** The printer is opened at init, which has the processor to itself: inflating the browser takes seconds. */
export const handler = makeRenderHandler({ ...awsServices, typeset: typesetHere, printer: openPrinter() });
