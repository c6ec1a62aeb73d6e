import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import type { Browser } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import { RenderError } from '../../errors.ts';
import { connect } from './connect.ts';
import { onProcessEnd } from './exit-guard.ts';
import { type LastWords, listenTo } from './last-words.ts';
import { type Chromium, type ChromiumOptions, defaultWorkspace, locateChromium } from './locate.ts';
import { makeProfile } from './profile.ts';

export interface RunningChromium {
  readonly browser: Browser;
  /**
   * What goes wrong with it, as an error that also says how its process ended and what it wrote last. To be asked
   * before `end`, which kills it.
   */
  failure(message: string, cause: unknown): Promise<RenderError>;
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
  const chromium = await locateChromium(options);
  const profile = await makeProfile(options.workspace ?? defaultWorkspace());
  let child: ChildProcess | null = null;
  let lastWords: ReturnType<typeof listenTo> | null = null;
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
  const failure = async (message: string, cause: unknown) =>
    failureOf(chromium, message, cause, await lastWords?.());
  try {
    // It starts while what drives it is being loaded.
    child = spawn(
      chromium.executable,
      [...flags(chromium), `--user-data-dir=${profile.folder}`, 'about:blank'],
      {
        // In a group of its own, which is ended as a whole.
        detached: process.platform !== 'win32',
        env: environment(chromium, profile.folder),
        stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      },
    );
    lastWords = listenTo(child);
    const browser = await connect(child);
    return { browser, failure, end };
  } catch (cause) {
    const failed = await failure('did not start', cause);
    await end();
    throw failed;
  }
}

/** A Lambda's browser cannot be run by hand: all that it said goes along. */
function failureOf(
  { executable, build }: Chromium,
  message: string,
  cause: unknown,
  last: LastWords = { ending: null, line: '', output: '' },
): RenderError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const output = last.output === '' ? 'it wrote nothing' : `it wrote last:\n${last.output}`;
  const ended = last.line === '' ? last.ending : `${last.ending}: ${last.line}`;
  return new RenderError(`the browser ${executable} ${message}: ${last.ending === null ? why : ended}`, {
    cause: new Error(`${why}; ${output}`, { cause }),
    hint:
      build === 'shell'
        ? `If it happens again, remove ${dirname(executable)}: the browser is then unpacked afresh.`
        : 'Start it by hand; if it does not start either, install Google Chrome afresh.',
  });
}

/** Puppeteer's defaults, as far as they matter to a page that is printed. */
const plainFlags = [
  ...['--remote-debugging-pipe', '--hide-scrollbars', '--mute-audio', '--force-color-profile=srgb'],
  ...[
    '--export-tagged-pdf',
    '--generate-pdf-document-outline',
    '--font-render-hinting=none',
    '--disable-gpu',
  ],
  ...['--disable-background-networking', '--disable-default-apps', '--disable-extensions', '--disable-sync'],
  ...['--disable-breakpad', '--disable-crash-reporter', '--disable-dev-shm-usage', '--disable-hang-monitor'],
  ...['--metrics-recording-only', '--no-first-run', '--password-store=basic', '--use-mock-keychain'],
  '--disable-features=Translate,MediaRouter,OptimizationHints',
];

/**
 * Graphics off and everything in one process halve the time to the first page: 77 ms against 140. One process is
 * also what AWS Lambda allows. Only pages made by us are shown, with scripts and network off, so there is nothing
 * that a sandbox would keep in.
 */
function flags({ build }: Chromium): string[] {
  if (build === 'full') {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return [...plainFlags, '--headless=new', ...asRoot];
  }
  const single = ['--no-sandbox', '--no-zygote', '--single-process', '--use-gl=disabled', '--in-process-gpu'];
  return [...plainFlags, '--headless', ...single];
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
