import type { HTTPRequest, Page } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import { RenderError } from '../../errors.ts';
import { namedText, quoted } from '../../outside-text.ts';
import { assets, fontFaces } from '../assets.ts';
import { launchChromium, type RunningChromium } from '../chromium/launch.ts';
import type { ChromiumOptions } from '../chromium/locate.ts';
import type { PrintOptions } from '../printer.ts';

/** A browser and the one page that everything is printed from. */
export interface PrintBrowser {
  readonly chromium: RunningChromium;
  readonly page: Page;
  /** What the page asked for and was refused. */
  readonly refused: string[];
}

/**
 * Starts a browser with scripts off, every request refused, light colours and print styles: what it prints depends
 * on the HTML alone.
 * @throws RenderError when the browser cannot be started
 */
export async function openPrintBrowser(options: ChromiumOptions): Promise<PrintBrowser> {
  const chromium = await launchChromium(options);
  try {
    const page = (await chromium.browser.pages())[0] ?? (await chromium.browser.newPage());
    const refused: string[] = [];
    page.on('request', (request) => refuse(request, refused));
    await Promise.all([
      page.setJavaScriptEnabled(false),
      page.setRequestInterception(true),
      // Interception does not see what a page fetches or connects to in advance.
      page.setOfflineMode(true),
      page.setViewport({ width: printableWidth, height: 1_000 }),
      page.emulateMediaType('print'),
      page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]),
    ]);
    return { chromium, page, refused };
  } catch (cause) {
    const failed = await chromium.failure('started but gave no page', cause);
    await chromium.end();
    throw failed;
  }
}

function refuse(request: HTTPRequest, refused: string[]): void {
  if (request.url().startsWith('data:')) return;
  refused.push(namedText(request.url()));
  request.abort('blockedbyclient').catch(() => undefined);
}

/** Room for the running header and footer. */
const margin = { top: '14mm', bottom: '12mm', left: '14mm', right: '14mm' } as const;

/**
 * CSS pixels, of 1/96 inch, between the margins of the narrower sheet, A4: 210 mm less 28 mm, rounded up. The page is laid
 * out so before it is printed on either. Set once: a page whose width was just changed may print other bytes.
 */
const printableWidth = 688;

/**
 * Prints a page that is complete in itself.
 * @throws RenderError when it asks for something outside, when a font of it cannot be read, or when something in it is wider than the sheet
 */
export async function printPage(
  { page, refused }: PrintBrowser,
  html: string,
  print: PrintOptions,
): Promise<Uint8Array> {
  refused.length = 0;
  await page.setContent(html, { waitUntil: 'load', timeout: 0 });
  await loadFonts(page);
  await refuseOverflow(page);
  if (refused.length > 0)
    throw new RenderError(`the page is not complete in itself: it asks for ${refused.join(', ')}`);
  return page.pdf({
    format: print.paper,
    margin,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: print.header,
    footerTemplate: print.footer,
    tagged: true,
    outline: true,
    waitForFonts: false,
    timeout: 0,
  });
}

/**
 * Prints a sheet that nobody sees, in the briefing's style and fonts: what a browser does for the first time takes it twice as
 * long. What it prints afterwards is the same to the byte.
 */
export async function warmUp(browser: PrintBrowser): Promise<void> {
  const { style } = assets();
  const table = '<table><tr><th>1</th><td>1.5</td></tr></table>';
  const chart = '<svg width="9" height="9"><path d="M0 0L9 9"/></svg>';
  const html = `<!doctype html><meta charset="utf-8"><style>${style}</style><h1>1</h1>${table}${chart}`;
  const edge = `<style>${fontFaces(['400', '600'])}</style><div>1</div>`;
  await printPage(browser, html, {
    title: '',
    language: 'en',
    date: '',
    header: edge,
    footer: edge,
    paper: 'A4',
  });
}

/** Runs in the page. Every declared face is loaded, also one that only the print styles use. */
const loadEveryFace = `(async () => {
  const faces = [...document.fonts];
  await Promise.allSettled(faces.map((face) => face.load()));
  await document.fonts.ready;
  return faces.filter((face) => face.status !== 'loaded').map((face) => face.family + ' ' + face.weight);
})()`;

async function loadFonts(page: Page): Promise<void> {
  const failed = (await page.evaluate(loadEveryFace)) as readonly string[];
  if (failed.length > 0) throw new RenderError(`fonts of the page cannot be read: ${failed.join(', ')}`);
}

/** Runs in the page, which is laid out as wide as the sheet. The browser would scale all of it down to fit. */
const findOverflow = `(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return null;
  const wide = [...document.querySelectorAll('body *')].findLast((one) => one.getBoundingClientRect().right > width + 1);
  return wide === undefined ? 'the page' : wide.tagName.toLowerCase() + ': ' + wide.textContent.trim().slice(0, 200);
})()`;

async function refuseOverflow(page: Page): Promise<void> {
  const wide = (await page.evaluate(findOverflow)) as string | null;
  if (wide !== null) throw new RenderError(`something on the page is wider than the sheet: ${quoted(wide)}`);
}
