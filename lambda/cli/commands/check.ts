import { exitCodes } from '../../archive-layout.ts';
import { counted } from '../../counted.ts';
import { UsageError } from '../../errors.ts';
import { type ArchiveCheck, checkArchive } from '../../runs/check.ts';
import { archiveAt, type Place } from '../archive/place.ts';
import type { Common } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** `archive check`: exit code 0 when all is well, 1 when a file is missing or was changed. */
export async function checkCommand(options: Common & Place, terminal: Terminal): Promise<number> {
  const archive = await archiveAt(options);
  const found = await checkArchive(archive);
  if (found.revisions === 0)
    throw new UsageError(`no briefing is published in ${archive.locate('')}`, {
      hint: 'Name the archive with --archive FOLDER or --archive s3://BUCKET.',
    });
  const exitCode = found.problems.length === 0 ? exitCodes.ok : exitCodes.failed;
  if (terminal.json) terminal.printJson({ status: exitCode === 0 ? 'sound' : 'damaged', exitCode, ...found });
  else {
    terminal.print(summary(found, archive.locate('')));
    for (const problem of found.problems) terminal.complain(problem);
  }
  return exitCode;
}

function summary(found: ArchiveCheck, place: string): string {
  const held = [
    counted(found.sessions, 'session'),
    counted(found.revisions, 'revision'),
    counted(found.files, 'file'),
  ].join(', ');
  const verdict = found.problems.length === 0 ? 'sound' : counted(found.problems.length, 'problem');
  const repaired = found.indexed.length === 0 ? '' : `\nbrought into the index: ${found.indexed.join(', ')}`;
  return `${place}: ${held}: ${verdict}${repaired}`;
}
