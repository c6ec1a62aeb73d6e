import { openPrinter } from '../rendering/pdf.ts';
import { renderHtmlHere } from '../rendering/render-html.ts';
import type { RenderServices } from './render-handler.ts';
import { sweepCores, temporaryUsed } from './temporary.ts';

/** Starts the browser, whose inflating takes seconds: best at init, which has the processor to itself. */
export function startBrowser(): Pick<RenderServices, 'renderHtml' | 'printer' | 'temporary'> {
  const temporary = { sweep: () => sweepCores(), used: temporaryUsed };
  return { renderHtml: renderHtmlHere, printer: openPrinter(), temporary };
}
