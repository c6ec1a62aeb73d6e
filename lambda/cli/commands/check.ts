import type { Archive } from '../../archive/archive.ts';
import { exitCodes } from '../../archive-layout.ts';
import { formatInstant } from '../../briefing/words/format.ts';
import { counted } from '../../counted.ts';
import { UsageError } from '../../errors.ts';
import { type ArchiveCheck, checkArchive } from '../../runs/check.ts';
import { proveDigest } from '../../runs/digest.ts';
import { dateOf } from '../archive/choose.ts';
import { archiveAt } from '../archive/place.ts';
import type { Common, Place } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export interface CheckOptions extends Common, Place {
  readonly since?: string;
  readonly digest?: string;
}

/** `archive check`, `archive verify`: exit code 0 when all is well, 1 when a file is missing or was changed. */
export async function checkCommand(options: CheckOptions, terminal: Terminal): Promise<number> {
  const archive = await archiveAt(options);
  if (options.digest !== undefined) return prove(archive, options.digest, terminal);
  const found = await checkArchive(
    archive,
    options.since === undefined ? '' : dateOf(options.since, '--since'),
  );
  if (found.revisions === 0)
    throw new UsageError(
      `no briefing ${options.since === undefined ? '' : `since ${options.since} `}is published in ${archive.locate('')}`,
      { hint: 'Name the archive with --archive FOLDER or --archive s3://BUCKET.' },
    );
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
  const unchecked = found.unchecked === null ? '' : `\nnot checked: ${found.unchecked}`;
  return `${place}: ${held}: ${verdict}\nrecord of calls: ${found.calls}${repaired}${unchecked}`;
}

/** `archive verify --digest`: which briefing a mail was about, and whether it and all before it are as they were. */
async function prove(archive: Archive, digits: string, terminal: Terminal): Promise<number> {
  if (!/^[0-9a-f]{12,64}$/i.test(digits))
    throw new UsageError(`--digest ${digits} is not what stands at the foot of a mail`, {
      hint: 'Give its twelve digits, 0 to 9 and a to f, or the whole SHA-256 of the report.',
    });
  const proof = await proveDigest(archive, digits);
  if (proof === null) {
    const message = `no briefing in ${archive.locate('')} has a report whose SHA-256 begins with ${digits}`;
    throw new UsageError(message, { hint: 'Is it the archive that the mail came from?' });
  }
  const { session, revision, publishedAt, chain, broken } = proof;
  const exitCode = broken === null ? exitCodes.ok : exitCodes.failed;
  if (terminal.json) {
    terminal.printJson({ status: broken === null ? 'proven' : 'broken', exitCode, ...proof });
    return exitCode;
  }
  terminal.print(`${digits} is ${session} r${revision}, published ${formatInstant(publishedAt)}`);
  if (broken !== null) terminal.complain(`${broken.place} is ${broken.why}: the chain ends there`);
  else
    terminal.print(
      chain.length === 1
        ? 'its report is as it was published; it was compared with no other'
        : `its report is as it was published, and so are the ${chain.length - 1} before it that it rests on, back to ${chain.at(-1)?.session}`,
    );
  return exitCode;
}
