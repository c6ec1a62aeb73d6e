import type { Archive } from '../archive/archive.ts';
import { environment } from '../archive-layout.ts';
import { counted } from '../counted.ts';
import { NothingKept, UsageError } from '../errors.ts';
import { shown } from '../outside-text.ts';
import type { LiveConfig } from '../runtime/config-live.ts';
import type { Flag } from '../series/flag.ts';
import type { FolderSource } from '../sources/files/folder.ts';
import type { LiveSource } from '../sources/live/source.ts';
import type { CollectRequest, Source } from '../sources/source.ts';
import { strangeNames } from './strange-names.ts';
import type { Terminal } from './terminal.ts';

export interface SourceChoice {
  readonly data?: string | undefined;
  readonly simulated?: boolean;
  readonly offline?: boolean | undefined;
  /** The instant that `--now` set. */
  readonly now?: string | undefined;
}

/**
 * Which source a run asks: a folder, the simulated market, or without either the providers on the internet.
 * @throws UsageError
 */
export async function sourceFor(choice: SourceChoice, archive: Archive, terminal: Terminal): Promise<Source> {
  const { data, simulated = false, offline = false } = choice;
  if (data !== undefined && simulated) throw new UsageError('--data and --simulated exclude each other');
  if (offline && (data !== undefined || simulated))
    throw new UsageError('--offline is for live data: neither --data nor --simulated asks anybody');
  const heard = terminal.debug ? { reportBug: showBug } : {};
  if (simulated) return { ...(await import('../sources/simulated/source.ts')).simulatedSource(), ...heard };
  if (data !== undefined) {
    const { folderSource } = await import('../sources/files/folder.ts');
    return announced({ ...folderSource(data), ...heard }, terminal);
  }
  return liveSourceFor({ ...choice, debug: terminal.debug }, archive, await liveConfigured(terminal));
}

/** The stack of a parser's bug, printed with `--debug`. */
export const showBug = ({ cause }: { readonly cause?: unknown }): void => {
  process.stderr.write(`${shown(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))}\n`);
};

/** A folder that says once, when it is first read, which of its files are not used. */
function announced(source: FolderSource, terminal: Terminal): FolderSource {
  let isSaid = false;
  const collect = async (request: CollectRequest) => {
    const flags = isSaid ? [] : await source.notUsed(request.edition);
    isSaid = true;
    if (flags.length > 0) {
      if (terminal.live) terminal.redraw('');
      terminal.complain(`${terminal.styledError('yellow', 'note:')} ${notUsedInWords(flags)}`);
    }
    return await source.collect(request);
  };
  return { ...source, collect };
}

/** Files that are named one by one; the page lists all. */
const named = 30;

function notUsedInWords(flags: readonly Flag[]): string {
  const alike = Map.groupBy(flags.slice(0, named), ({ text }) => text);
  const parts = [...alike].map(([why, those]) => `${those.map(({ subject }) => subject).join(', ')}: ${why}`);
  const more = flags.length > named ? [`${flags.length - named} more`] : [];
  const count = counted(flags.length, 'file');
  return `${count} ${flags.length === 1 ? 'is' : 'are'} not used: ${[...parts, ...more].join('; ')}`;
}

/** Live data, as configured. Offline with nothing kept, it says what the archive does hold. */
export async function liveSourceFor(
  {
    offline = false,
    now,
    debug = false,
  }: Pick<SourceChoice, 'offline' | 'now'> & { readonly debug?: boolean },
  archive: Archive,
  config: LiveConfig,
): Promise<LiveSource> {
  const { openLiveSource } = await import('../runtime/live.ts');
  const source = openLiveSource({
    archive,
    config,
    now,
    offline,
    ...(debug ? { reportBug: showBug } : {}),
  });
  if (!offline) return source;
  const collect = async (request: CollectRequest) => {
    try {
      return await source.collect(request);
    } catch (error) {
      if (!(error instanceof NothingKept)) throw error;
      throw await (await import('./offline.ts')).whyNothingKept(archive, request);
    }
  };
  return { ...source, collect };
}

/**
 * Keys and addresses of this machine: the environment, over a `.env` file in the working folder. A name that looks
 * like one of them and is none is said.
 * @throws UsageError
 */
export async function liveConfigured(terminal: Terminal): Promise<LiveConfig> {
  const { envFile, liveConfig, localEnvironment, understoodNames } = await import(
    '../runtime/config-live.ts'
  );
  const ours = Object.keys(process.env).filter((name) => name.startsWith('BRIEFING_'));
  const known = [...understoodNames, ...Object.values(environment)];
  for (const words of strangeNames([...Object.keys(envFile()), ...ours], known))
    terminal.complain(`${terminal.styledError('yellow', 'note:')} ${words}`);
  return liveConfig(localEnvironment());
}
