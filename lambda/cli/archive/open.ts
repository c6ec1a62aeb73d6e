import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../../errors.ts';
import type { Terminal } from '../terminal.ts';

/** What each system has to open a file with the program that is set for it. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/**
 * Opens a page of a folder in the browser of this machine; no shell reads its path.
 * @param opener program and words before the address: the system's own, but in tests
 * @throws UsageError where there is no program to open it, or the page lies in a bucket
 */
export async function openPage(
  page: string,
  terminal: Terminal,
  opener: readonly string[] = openers[process.platform] ?? ['xdg-open'],
): Promise<void> {
  if (page.startsWith('s3://'))
    throw new UsageError(`${page} is in a bucket, and a browser cannot open it`, {
      hint: 'Open the site of the stack, or copy the briefing with aws s3 cp.',
    });
  const address = pathToFileURL(page).href;
  const [program = '', ...words] = opener;
  const child = spawn(program, [...words, address], { stdio: 'ignore', detached: true });
  await once(child, 'spawn').catch((cause) => {
    throw new UsageError(`${program} is not there to open ${address}`, {
      cause,
      hint: 'Open the address in a browser yourself.',
    });
  });
  child.unref();
  if (terminal.json) terminal.printJson({ status: 'opened', exitCode: 0, address });
  else terminal.print(`opened ${address}`);
}
