import { writeFile } from 'node:fs/promises';
import type { Archive } from '../../archive/archive.ts';
import { readRevision, revisionsOf } from '../../archive/revisions.ts';
import { exitCodes, files, keys } from '../../archive-layout.ts';
import { composeMail } from '../../delivery/compose.ts';
import { sendBySmtp, smtpServerOf } from '../../delivery/smtp.ts';
import { UsageError } from '../../errors.ts';
import { localEnvironment, smtpName } from '../../runtime/config-live.ts';
import { publishedIn } from '../archive/choose.ts';
import { archiveAt, type Place } from '../archive/place.ts';
import { type Common, revisionOption } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export interface MailCommandOptions extends Common, Place {
  readonly session?: string;
  readonly revision?: string;
  readonly eml?: string;
  readonly smtp?: string;
  readonly to?: string;
  readonly from?: string;
  readonly site?: string;
}

/** For a file that is only looked at: an address that can be nobody's (RFC 2606). */
const nobody = 'reader@example.invalid';

/** `mail`: the mail about a published briefing, by the same composer as in AWS, into a file or by a mail server. */
export async function mailCommand(options: MailCommandOptions, terminal: Terminal): Promise<number> {
  const { eml, to } = options;
  const address = options.smtp ?? localEnvironment()[smtpName];
  if (eml === undefined && to === undefined)
    throw new UsageError('neither a file nor a reader is named', {
      hint: '--eml FILE writes the mail to look at; --to ADDRESS --smtp URL sends it.',
    });
  if (to !== undefined && address === undefined && eml === undefined)
    throw new UsageError(`no mail server to send to ${to} by`, {
      hint: `Give --smtp smtps://USER:PASSWORD@HOST:465, or set ${smtpName} in .env, where a password is out of sight.`,
    });
  const archive = await archiveAt(options);
  const session = options.session ?? (await newestSession(archive));
  const revision =
    options.revision === undefined
      ? ((await revisionsOf(archive, session)).at(-1) ?? 1)
      : revisionOption(options.revision);
  const published = await readRevision(archive, session, revision);
  const pdf = await archive.get(keys.revision(session, revision) + files.pdf);
  const server =
    to === undefined || address === undefined || eml !== undefined ? null : smtpServerOf(address);
  const sender = options.from ?? server?.account ?? to ?? nobody;
  const reader = to ?? nobody;
  const composed = await composeMail({ ...published, pdf, earlier: null }, reader, {
    sender,
    replyTo: null,
    site: options.site?.replace(/\/+$/, '') ?? null,
    unsubscribe: `mailto:${sender}?subject=unsubscribe`,
  });
  const answer =
    server === null ? null : await sendBySmtp(server, { from: sender, to: reader, bytes: composed.bytes });
  if (eml !== undefined) await writeMail(eml, composed.bytes);
  const done = eml === undefined ? `sent to ${reader} by ${server?.name}: ${answer}` : `written to ${eml}`;
  if (terminal.json)
    terminal.printJson({
      ...{ status: eml === undefined ? 'sent' : 'written', exitCode: exitCodes.ok, session, revision },
      ...{ subject: composed.subject, bytes: composed.bytes.length, file: eml ?? null, to: to ?? null },
    });
  else terminal.print(`${composed.subject}\n  ${done}, ${Math.ceil(composed.bytes.length / 1000)} kB`);
  return exitCodes.ok;
}

/** @throws UsageError without a session */
async function newestSession(archive: Archive): Promise<string> {
  const sessions = (await publishedIn(archive)).map(({ session }) => session);
  return sessions.toSorted().at(-1) ?? '';
}

async function writeMail(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${file} cannot be written: ${code}`, {
      cause: error,
      hint: 'Name a file in a folder that exists.',
    });
  }
}
