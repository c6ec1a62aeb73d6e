import { openPrinter } from '../rendering/pdf.ts';
import { typesetHere } from '../rendering/typeset.ts';
import type { RenderServices } from './render-handler.ts';
import { sweepCores, temporaryUsed } from './temporary.ts';

/** Starts the browser, whose inflating takes seconds: best at init, which has the processor to itself. */
export function startBrowser(): Pick<RenderServices, 'typeset' | 'printer' | 'temporary'> {
  const temporary = { sweep: () => sweepCores(), used: temporaryUsed };
  return { typeset: typesetHere, printer: openPrinter(), temporary };
}
