import type { Archive } from '../archive/archive.ts';
import { UsageError } from '../errors.ts';
import type { LiveConfig } from '../runtime/config-live.ts';
import type { LiveSource } from '../sources/live/source.ts';
import type { Source } from '../sources/source.ts';

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
export async function sourceFor(choice: SourceChoice, archive: Archive): Promise<Source> {
  const { data, simulated = false, offline = false } = choice;
  if (data !== undefined && simulated) throw new UsageError('--data and --simulated exclude each other');
  if (offline && (data !== undefined || simulated))
    throw new UsageError('--offline is for live data: neither --data nor --simulated asks anybody');
  if (simulated) return (await import('../sources/simulated/source.ts')).simulatedSource();
  if (data !== undefined) return (await import('../sources/folder/folder.ts')).folderSource(data);
  return liveSourceFor(choice, archive);
}

/** Live data, as the environment configures it. @throws UsageError */
export async function liveSourceFor(
  { offline = false, now }: Pick<SourceChoice, 'offline' | 'now'>,
  archive: Archive,
): Promise<LiveSource> {
  const { openLiveSource } = await import('../runtime/live.ts');
  return openLiveSource({ archive, config: await liveConfigured(), now, offline });
}

/** Keys and addresses of this machine: the environment, over a `.env` file in the working folder. @throws UsageError */
export async function liveConfigured(): Promise<LiveConfig> {
  const { liveConfig, localEnvironment } = await import('../runtime/config-live.ts');
  return liveConfig(localEnvironment());
}
