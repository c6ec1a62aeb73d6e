import type { HTTPRequest, Page } from 'puppeteer-core';
import { RenderError } from '../errors.ts';
import { launchChromium, type RunningChromium } from './chromium/launch.ts';
import type { ChromiumOptions } from './chromium/locate.ts';
import { finishPdf } from './pdf/finish.ts';
import type { Printer, PrintOptions } from './printer.ts';

export interface PrinterOptions extends ChromiumOptions {
  /** Limit of one print, in milliseconds. */
  readonly timeout?: number;
}

/** A browser with the one page that everything is printed from. */
interface Press {
  readonly chromium: RunningChromium;
  readonly page: Page;
  /** What the page asked for and was refused. */
  readonly refused: string[];
}

/**
 * A printer by Chromium. It starts at once, so that the caller can compute while it does; a start that fails is
 * told by the first print. After a crash the next print starts a new browser. Prints queue: there is one page.
 */
export function openPrinter(options: PrinterOptions = {}): Printer {
  let press: Promise<Press> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  const start = () => {
    const starting = setUp(options);
    const forget = () => {
      if (press === starting) press = null;
    };
    starting.then(({ chromium }) => chromium.browser.once('disconnected', forget), forget);
    press = starting;
    return starting;
  };
  const stop = async () => {
    const stopping = press;
    press = null;
    const running = await stopping?.catch(() => null);
    await running?.chromium.end();
  };

  const printNow = async (html: string, print: PrintOptions) => {
    if (closed) throw new RenderError('the printer is closed');
    const { page, refused } = await (press ?? start());
    try {
      return finishPdf(
        await withLimit(printPage(page, refused, html, print), options.timeout ?? 30_000),
        print,
      );
    } catch (cause) {
      await stop();
      if (cause instanceof RenderError) throw cause;
      throw new RenderError('the PDF could not be printed', {
        cause,
        hint: 'Trying again starts a new browser.',
      });
    }
  };

  start();
  return {
    print: (html, print) => {
      const printing = queue.then(() => printNow(html, print));
      queue = printing.catch(() => undefined);
      return printing;
    },
    close: () => {
      closed = true;
      return stop();
    },
  };
}

/** Scripts off, network off, light colours, print styles: what is printed depends on the HTML only. */
async function setUp(options: ChromiumOptions): Promise<Press> {
  const chromium = await launchChromium(options);
  try {
    const page = (await chromium.browser.pages())[0] ?? (await chromium.browser.newPage());
    const refused: string[] = [];
    const refuse = (request: HTTPRequest) => {
      if (request.url().startsWith('data:')) return;
      refused.push(request.url().slice(0, 200));
      request.abort('blockedbyclient').catch(() => undefined);
    };
    page.on('request', refuse);
    await Promise.all([
      page.setJavaScriptEnabled(false),
      page.setRequestInterception(true),
      page.emulateMediaType('print'),
      page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]),
    ]);
    return { chromium, page, refused };
  } catch (cause) {
    await chromium.end();
    throw new RenderError('the browser started but gave no page', { cause });
  }
}

async function printPage(
  page: Page,
  refused: string[],
  html: string,
  print: PrintOptions,
): Promise<Uint8Array> {
  refused.length = 0;
  await page.setContent(html, { waitUntil: 'load', timeout: 0 });
  await loadFonts(page);
  if (refused.length > 0)
    throw new RenderError(`a page must be complete in itself, but it asks for ${refused.join(', ')}`);
  return page.pdf({
    format: print.paper,
    preferCSSPageSize: false,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: print.header,
    footerTemplate: print.footer,
    margin: margins,
    tagged: true,
    outline: true,
    waitForFonts: false,
    timeout: 0,
  });
}

/** Room for the running header and footer; side margins match the screen's column at A4. */
const margins = { top: '18mm', bottom: '16mm', left: '14mm', right: '14mm' } as const;

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

async function withLimit<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new RenderError(`printing took longer than ${milliseconds / 1000} s and was stopped`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
