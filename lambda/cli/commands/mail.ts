import { writeFile } from 'node:fs/promises';
import type { Archive } from '../../archive/archive.ts';
import { readRevision, revisionsOf } from '../../archive/revisions.ts';
import { exitCodes, files, keys } from '../../archive-layout.ts';
import { composeMail, correctionTo, mailId } from '../../delivery/compose.ts';
import type { Earlier } from '../../delivery/notifier.ts';
import { revisedSince } from '../../delivery/revised-since.ts';
import { sendBySmtp, smtpServerOf } from '../../delivery/smtp.ts';
import { UsageError } from '../../errors.ts';
import type { Report } from '../../report/schema.ts';
import { localEnvironment, smtpName } from '../../runtime/config-live.ts';
import { publishedIn } from '../archive/choose.ts';
import { archiveAt } from '../archive/place.ts';
import { type Common, type Place, revisionOption } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export interface MailCommandOptions extends Common, Place {
  readonly session?: string;
  readonly revision?: string;
  readonly corrects?: string;
  readonly eml?: string;
  readonly smtp?: string;
  readonly to?: string;
  readonly from?: string;
  readonly site?: string;
}

/** For a file that is only looked at: an address that no one can have (RFC 2606). */
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
  const earlier =
    options.corrects === undefined
      ? null
      : await earlierMail(archive, published.report, { number: options.corrects, sender, reader });
  const revised = await revisedSince(archive, session, firstPublished(archive));
  const composed = await composeMail({ ...published, pdf, earlier, revised }, reader, {
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

/** Here are no receipts: of each session a reader is taken to have had the first revision when it was published. */
const firstPublished = (archive: Archive): Parameters<typeof revisedSince>[2] => ({
  seen: async (session) => {
    const { manifest } = await readRevision(archive, session, 1);
    return { revision: 1, at: manifest.publishedAt };
  },
  revision: (session, revision) => readRevision(archive, session, revision),
});

/** @throws UsageError for a revision that is not before this one, or of which the mail says the same */
async function earlierMail(
  archive: Archive,
  now: Report,
  { number, sender, reader }: { readonly number: string; readonly sender: string; readonly reader: string },
): Promise<Earlier> {
  const revision = revisionOption(number);
  if (revision >= now.revision)
    throw new UsageError(
      `--corrects ${number}: the mail is about r${now.revision}, which corrects earlier ones only`,
      {
        hint: 'Name the revision that the reader has; --revision names the one that the mail is about.',
      },
    );
  const { report, manifest } = await readRevision(archive, now.session, revision);
  const messageId = mailId(report, { sender, reader });
  const earlier = { report, sentAt: manifest.publishedAt, messageId };
  if (correctionTo(now, earlier) === null)
    throw new UsageError(`nothing that the mail prints differs between r${revision} and r${now.revision}`, {
      hint: 'No correction is needed. `archive diff` lists the figures that differ.',
    });
  return earlier;
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
