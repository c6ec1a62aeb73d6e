import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RenderError } from '../../errors.ts';
import { inflateChromium, type PackedChromium, packedChromium } from './inflate.ts';
import { findInstalledChrome } from './installed.ts';

/** Where to take the browser from. Everything has a default that works on a machine with nothing set up. */
export interface ChromiumOptions {
  /** A Chrome or Chromium to use instead of the one that comes with the project. */
  readonly executable?: string;
  /** Folder under which the browser is inflated and its profiles live; the machine's temporary one by default. */
  readonly workspace?: string;
}

/** A browser that can be started, and what it needs to run. */
export interface Chromium {
  readonly executable: string;
  /** `shell` is the small headless build without a window system; `full` a Chrome as people install it. */
  readonly build: 'shell' | 'full';
  /** Variables that the process needs on top of the ordinary ones: its libraries and fonts. */
  readonly environment: Readonly<Record<string, string>>;
}

/** One folder a user: a binary that another user put there is never run. */
export function defaultWorkspace(): string {
  return join(tmpdir(), `smallcap-briefing-${process.getuid?.() ?? 'user'}`);
}

/**
 * Finds the browser, apart from driving it: the given executable, else the Chromium of `@sparticuz/chromium` on
 * 64-bit Intel Linux (AWS Lambda included), else an installed Chrome.
 * @throws RenderError when there is none, or when it cannot be inflated
 */
export async function locateChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  if (options.executable !== undefined)
    return { executable: options.executable, build: 'full', environment: {} };
  if (isPacked()) return fromPackage(packedChromium(), options.workspace ?? defaultWorkspace());
  return { executable: installedChrome(), build: 'full', environment: {} };
}

/**
 * Looks whether there is a browser to print with; starts and inflates none. For a command that would otherwise learn
 * it after all its work.
 * @throws RenderError when there is none
 */
export function checkBrowser(machine: Machine = process, find = findInstalledChrome): void {
  if (isPacked(machine)) packedChromium();
  else installedChrome(machine, find);
}

type Machine = Pick<NodeJS.Process, 'platform' | 'arch'>;

/** Whether the package has a browser for this machine: it is built for 64-bit Intel Linux. */
const isPacked = ({ platform, arch }: Machine = process): boolean => platform === 'linux' && arch === 'x64';

function installedChrome({ platform, arch }: Machine = process, find = findInstalledChrome): string {
  const installed = find(platform);
  if (installed !== undefined) return installed;
  throw new RenderError(`no Chrome found on this machine (${platform} ${arch}), and the PDF needs one`, {
    hint: 'Install Google Chrome; without one, --no-pdf makes all the rest.',
  });
}

async function fromPackage(packed: PackedChromium, workspace: string): Promise<Chromium> {
  const folder = await inflateChromium(packed, workspace);
  return {
    executable: join(folder, 'chromium'),
    build: 'shell',
    environment: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf'),
    },
  };
}
