import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Browser } from 'puppeteer-core/internal/puppeteer-core-browser.js';

/** Longest time that a browser may take from its start to its first answer, in milliseconds. */
const patienceMs = 30_000;

/**
 * Takes control of a browser that was started with a remote debugging pipe. Loads only the half of puppeteer that
 * drives a browser: the one that finds, downloads and starts browsers takes longer to load than Chromium to start.
 * @throws Error when the browser ends, or says nothing, before it can be driven
 */
export async function connect(child: ChildProcess): Promise<Browser> {
  const gone = failing(child);
  try {
    return await Promise.race([drive(child), gone.promise]);
  } finally {
    gone.release();
  }
}

async function drive({ stdio }: ChildProcess): Promise<Browser> {
  const [{ connect }, { PipeTransport }] = await Promise.all([
    import('puppeteer-core/internal/puppeteer-core-browser.js'),
    import('puppeteer-core/internal/node/PipeTransport.js'),
  ]);
  // The browser reads its third descriptor and writes its fourth.
  const transport = new PipeTransport(stdio[3] as Writable, stdio[4] as Readable);
  return await connect({ transport });
}

/** Rejects when the process cannot be started, when it ends, or when it takes too long. */
function failing(child: ChildProcess): { promise: Promise<never>; release: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const ended = (code: number | null, signal: string | null) =>
    reject(new Error(signal === null ? `it ended with exit code ${code}` : `it was ended by ${signal}`));
  const late = () => reject(new Error(`it did not answer in ${patienceMs / 1000} s`));
  const timer = setTimeout(late, patienceMs);
  child.once('error', reject).once('exit', ended);
  return {
    promise,
    release: () => {
      clearTimeout(timer);
      child.off('exit', ended);
    },
  };
}
