import { FolderArchive } from '../../archive/folder.ts';
import { exitCodes } from '../../archive-layout.ts';
import { UsageError } from '../../errors.ts';
import { freshened } from '../../runs/freshen.ts';
import { archiveAt } from '../archive/place.ts';
import { onInterrupt } from '../interrupt.ts';
import type { Common, Place } from '../options.ts';
import { startPreview } from '../preview/server.ts';
import type { Terminal } from '../terminal.ts';

export interface PreviewCommandOptions extends Common, Place {
  readonly port: string;
  readonly data?: boolean;
}

/**
 * `preview`: the archive's site on this machine, until it is interrupted. The pages of a folder are brought up to date as they
 * are asked for; a bucket is shown as it is.
 */
export async function previewCommand(options: PreviewCommandOptions, terminal: Terminal): Promise<number> {
  const port = /^\d{1,5}$/.test(options.port) ? Number(options.port) : Number.NaN;
  if (!(port <= 65_535))
    throw new UsageError(`--port ${options.port} is not a port`, { hint: 'Use 0 to 65535.' });
  const archive = await archiveAt(options);
  if ((await archive.list('reports/')).length === 0)
    throw new UsageError(`no briefing is published in ${archive.locate('')}`, {
      hint: 'Name the archive with --archive FOLDER or --archive s3://BUCKET; `npm run demo` makes one in `out`.',
    });
  const refresh =
    archive instanceof FolderArchive
      ? freshened(
          archive,
          () => Date.now(),
          (what) => terminal.complain(what),
        )
      : async () => {};
  await refresh();
  const preview = await startPreview(archive, { port, data: options.data ?? false, refresh });
  onInterrupt(
    async () => preview.close(),
    () => 'closed',
  );
  if (terminal.json)
    terminal.printJson({ status: 'listening', exitCode: exitCodes.ok, address: preview.address });
  else terminal.print(`${archive.locate('')} is at ${preview.address} until Ctrl-C`);
  return await new Promise<never>(() => undefined);
}
