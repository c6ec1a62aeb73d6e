import { RenderError } from '../errors.ts';
import type { ChromiumOptions } from './chromium/locate.ts';
import { finishPdf } from './pdf/finish.ts';
import { openPrintBrowser, type PrintBrowser, printPage, warmUp } from './pdf/print-page.ts';
import type { Printer, PrintOptions } from './printer.ts';

export interface PrinterOptions extends ChromiumOptions {
  /** Limit of one print, in milliseconds. */
  readonly timeout?: number;
  /**
   * One print is expected, and not at once: until it comes the browser warms up, and ends after it, while the caller goes on.
   * Should another one come after all, it starts a browser of its own.
   */
  readonly once?: boolean;
}

/**
 * A printer by Chromium. The browser starts at once, so that the caller can compute while it does; a start that
 * fails is reported by the first print. After a crash or a time-out the next print starts a new browser. There is one
 * page, so prints queue.
 */
export function openPrinter(options: PrinterOptions = {}): Printer {
  const limit = options.timeout ?? 30_000;
  let browser: Promise<PrintBrowser> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let ending: Promise<unknown> = Promise.resolve();
  let closed = false;

  const start = () => {
    const starting = openPrintBrowser(options);
    const forget = () => {
      if (browser === starting) browser = null;
    };
    starting.then(({ chromium }) => chromium.browser.once('disconnected', forget), forget);
    browser = starting;
    return starting;
  };

  const stop = async () => {
    const running = browser;
    browser = null;
    await (await running?.catch(() => null))?.chromium.end();
  };

  const printNow = async (html: string, print: PrintOptions) => {
    if (closed) throw new RenderError('the printer is closed');
    const running = await (browser ?? start());
    try {
      const printed = await withLimit(printPage(running, html, print), limit);
      if (options.once) ending = stop();
      return finishPdf(printed, print);
    } catch (cause) {
      if (cause instanceof RenderError) throw cause;
      const failed = await running.chromium.failure('failed while it printed', cause);
      await running.chromium.end();
      throw failed;
    }
  };

  const first = start();
  // A failure is reported by the first print.
  if (options.once) queue = withLimit(first.then(warmUp), limit).catch(() => undefined);
  return {
    print: (html, print) => {
      const printing = queue.then(() => printNow(html, print));
      queue = printing.catch(() => undefined);
      return printing;
    },
    close: async () => {
      closed = true;
      await Promise.all([ending, stop()]);
    },
  };
}

/** @throws Error after the time; what `work` does then is no longer waited for */
async function withLimit<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const late = () => reject(new Error(`printing took longer than ${milliseconds / 1000} s`));
    timer = setTimeout(late, milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
