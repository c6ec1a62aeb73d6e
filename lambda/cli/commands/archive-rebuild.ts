import { exitCodes } from '../../archive-layout.ts';
import { counted } from '../../counted.ts';
import { UsageError } from '../../errors.ts';
import { rebuild } from '../../runs/rebuild.ts';
import { archiveAt } from '../archive/place.ts';
import type { Common, Place } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** `archive rebuild`: index and pages of the site from the revisions alone, whatever they said before. */
export async function rebuildCommand(options: Common & Place, terminal: Terminal): Promise<number> {
  const archive = await archiveAt(options);
  const { sessions } = await rebuild(archive);
  const place = archive.locate('');
  if (sessions === 0)
    throw new UsageError(`no briefing is published in ${place}`, {
      hint: 'Name the archive with --archive FOLDER or --archive s3://BUCKET.',
    });
  if (terminal.json) terminal.printJson({ status: 'rebuilt', exitCode: exitCodes.ok, sessions });
  else terminal.print(`${place}: index and pages made again from ${counted(sessions, 'session')}`);
  return exitCodes.ok;
}
