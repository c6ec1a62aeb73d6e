import type { Archive } from '../archive/archive.ts';
import { readRevision } from '../archive/revisions.ts';
import { files, keys } from '../contract.ts';
import type { Dispatch, Notifier } from '../delivery/notifier.ts';
import { NotSent } from '../delivery/notifier.ts';
import { claim, conclude, type Message } from '../delivery/receipt.ts';
import { DeliveryError } from '../errors.ts';

export interface Delivered {
  /** Messages sent now. */
  readonly sent: number;
  /** Readers who had theirs already. */
  readonly before: number;
}

export interface DeliverPorts {
  readonly archive: Archive;
  readonly notifiers: readonly Notifier[];
  readonly clock: () => string;
}

/**
 * Tells every reader of a published revision, once. Every reader is tried before a failure of one is told; what was
 * refused is tried again by the next attempt, what may have been sent is not.
 *
 * @throws DeliveryError when somebody was not told, or perhaps was not @throws ArchiveError
 */
export async function deliver(
  { session, revision }: { readonly session: string; readonly revision: number },
  { archive, notifiers, clock }: DeliverPorts,
): Promise<Delivered> {
  const wanted = notifiers.flatMap((notifier) => notifier.readers.map((reader) => ({ notifier, reader })));
  if (wanted.length === 0) return { sent: 0, before: 0 };
  const { report } = await readRevision(archive, session, revision);
  const pdf = await archive.get(keys.revision(session, revision) + files.pdf);
  const counts = { sent: 0, before: 0 };
  const problems: string[] = [];
  for (const { notifier, reader } of wanted) {
    const message = { session, revision, channel: notifier.channel, reader };
    const outcome = await sendOnce(notifier, { report, pdf }, message, { archive, clock });
    if (outcome === 'sent' || outcome === 'before') counts[outcome] += 1;
    else problems.push(outcome.problem);
  }
  if (problems.length > 0) throw failure(session, revision, problems);
  return counts;
}

async function sendOnce(
  notifier: Notifier,
  dispatch: Dispatch,
  message: Message,
  { archive, clock }: Pick<DeliverPorts, 'archive' | 'clock'>,
): Promise<'sent' | 'before' | { readonly problem: string }> {
  const standing = await claim(archive, message, clock());
  if (standing?.state === 'sent') return 'before';
  if (standing !== null)
    return { problem: `${message.channel}: one message of ${standing.at} may have been sent or not` };
  try {
    const name = await notifier.send(dispatch, message.reader);
    await conclude(archive, message, { state: 'sent', message: name }, clock());
    return 'sent';
  } catch (error) {
    if (!(error instanceof NotSent))
      return { problem: `${message.channel}: no answer, so it may have been sent` };
    await conclude(archive, message, { state: 'not sent' }, clock());
    return { problem: `${message.channel}: refused: ${error.message}` };
  }
}

function failure(session: string, revision: number, problems: readonly string[]): DeliveryError {
  return new DeliveryError(
    `${problems.length} of the messages about ${session} r${revision} are not known to be sent: ${problems.join('; ')}`,
    {
      hint: 'What was refused is tried again; what may have been sent is not. See the runbook, entry "delivery".',
    },
  );
}
