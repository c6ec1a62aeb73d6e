import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Browser } from 'puppeteer-core';
import { RenderError } from '../../errors.ts';
import { onProcessEnd } from './exit-guard.ts';
import { type Chromium, type ChromiumOptions, defaultWorkspace, locateChromium } from './locate.ts';
import { makeProfile } from './profile.ts';

/** A running browser and its end. */
export interface RunningChromium {
  readonly browser: Browser;
  /** Ends the process and deletes its profile. Never throws, never hangs; the second call does nothing. */
  end(): Promise<void>;
}

/**
 * Starts the browser for pages of our own making: headless, without graphics, over a pipe, so that it also ends
 * when this process is killed. Its process and its profile are gone after `end`, after an ordinary exit and after
 * SIGINT, SIGTERM or SIGHUP.
 * @throws RenderError when it cannot be found, inflated or started
 */
export async function launchChromium(options: ChromiumOptions = {}): Promise<RunningChromium> {
  const [chromium, { default: puppeteer }] = await Promise.all([
    locateChromium(options),
    import('puppeteer-core'),
  ]);
  const profile = await makeProfile(options.workspace ?? defaultWorkspace());
  let child: ChildProcess | null = null;
  const release = onProcessEnd(() => {
    kill(child);
    profile.remove();
  });
  const end = async () => {
    kill(child);
    await exited(child);
    release();
    profile.remove();
  };
  try {
    const browser = await puppeteer.launch({
      executablePath: chromium.executable,
      headless: chromium.build === 'shell' ? 'shell' : true,
      args: flags(chromium),
      userDataDir: profile.folder,
      env: environment(chromium, profile.folder),
      pipe: true,
      timeout: 30_000,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    child = browser.process();
    return { browser, end };
  } catch (cause) {
    await end();
    throw new RenderError(`the browser ${chromium.executable} did not start`, {
      cause,
      hint: 'Run it by hand to see why, or give another Chrome or Chromium executable.',
    });
  }
}

/**
 * Graphics off and everything in one process halve the time to the first page: 77 ms against 140. One process is
 * also what AWS Lambda allows. Only pages made by us are shown, with scripts and network off, so there is nothing
 * that a sandbox would keep in.
 */
function flags({ build }: Chromium): string[] {
  const plain = [
    '--font-render-hinting=none',
    '--disable-gpu',
    '--hide-scrollbars',
    '--disable-crash-reporter',
  ];
  const root = process.getuid?.() === 0;
  if (build === 'full') return root ? [...plain, '--no-sandbox'] : plain;
  return [
    ...plain,
    '--no-sandbox',
    '--no-zygote',
    '--single-process',
    '--use-gl=disabled',
    '--in-process-gpu',
  ];
}

/** What programs need to start on each system. Nothing else is handed on: the browser needs none of our keys. */
const handedOn = [
  ...['PATH', 'HOME', 'USER', 'LANG'],
  ...['SystemRoot', 'SystemDrive', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'ProgramFiles', 'ProgramData'],
];

function environment(chromium: Chromium, scratch: string): Record<string, string> {
  const ordinary = handedOn.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const own = { TMPDIR: scratch, TEMP: scratch, TMP: scratch, TZ: 'UTC' };
  return { ...Object.fromEntries(ordinary), ...own, ...chromium.environment };
}

/**
 * Kills the whole process group, so that a Chrome of many processes leaves none behind. Killed, not asked: there
 * is nothing to save, it takes 10 ms instead of 45, and a crash while closing (Sparticuz/chromium#512) cannot happen.
 */
function kill(child: ChildProcess | null): void {
  if (child?.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It is already gone, which is what was wanted.
  }
}

/** Waits until the process is gone, for two seconds at most. */
async function exited(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  await once(child, 'exit', { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
}
