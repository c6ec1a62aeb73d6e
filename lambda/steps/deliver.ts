import type { Archive } from '../archive/archive.ts';
import { readRevision } from '../archive/revisions.ts';
import { files, keys } from '../archive-layout.ts';
import { nameless, pseudonym } from '../delivery/addresses.ts';
import { type Dispatch, MessageNotSent, type Notifier } from '../delivery/notifier.ts';
import { claim, type Message, recordResult } from '../delivery/receipt.ts';
import { DeliveryError, UsageError } from '../errors.ts';
import { attempted, earlierOf, type ReadRevision, revisedFor, revisionsIn } from './deliver-known.ts';

export interface Delivered {
  /** Messages sent now. */
  readonly sent: number;
  /** Readers who had theirs already. */
  readonly before: number;
  /** Readers whose last message about the session says the same. */
  readonly unchanged: number;
}

export interface DeliverPorts {
  readonly archive: Archive;
  readonly notifiers: readonly Notifier[];
  readonly clock: () => string;
}

/** Which revision, and to which readers. */
export interface DeliverRequest {
  readonly session: string;
  readonly revision: number;
  /** One reader's pseudonym: this reader alone, whatever the receipts say. */
  readonly again?: string | undefined;
}

/**
 * Notifies every reader of a published revision, once, and not at all where its message would say what the reader's
 * last about the session said. Every reader is tried before a failure of one is reported; what was
 * refused is tried again by the next attempt, what may have been sent is not.
 *
 * @throws DeliveryError when a message was not sent, or perhaps not @throws ArchiveError
 */
export async function deliver(
  { session, revision, again }: DeliverRequest,
  { archive, notifiers, clock }: DeliverPorts,
): Promise<Delivered> {
  const wanted = notifiers
    .filter((notifier) => again !== undefined || (notifier.isDue?.(session, clock()) ?? true))
    .flatMap((notifier) => notifier.readers.map((reader) => ({ notifier, reader })))
    .filter(({ notifier, reader }) => again === undefined || pseudonym(notifier.channel, reader) === again);
  if (again !== undefined && wanted.length === 0)
    throw new UsageError(
      `no reader is called ${again} in receipts: name the address as it is among the recipients that the stack was deployed with`,
    );
  if (wanted.length === 0) return { sent: 0, before: 0, unchanged: 0 };
  const published = await readRevision(archive, session, revision);
  const pdf = await archive.get(keys.revision(session, revision) + files.pdf);
  const ports = { archive, clock, revision: revisionsIn(archive) };
  const counts = { sent: 0, before: 0, unchanged: 0 };
  const problems: Problem[] = [];
  for (const { notifier, reader } of wanted) {
    const message = { session, revision, channel: notifier.channel, reader };
    if (again !== undefined) await recordResult(archive, message, { state: 'not sent' }, clock());
    const outcome = await sendOnce(notifier, { ...published, pdf }, message, {
      ...ports,
      evenTheSame: again !== undefined,
    });
    if (typeof outcome === 'string') counts[outcome] += 1;
    else problems.push(outcome);
  }
  if (problems.length > 0) throw failure(session, revision, problems);
  return counts;
}

/** How it went with one message. */
type Outcome = keyof Delivered | Problem;

interface Problem {
  readonly problem: string;
  readonly cause: unknown;
}

async function sendOnce(
  notifier: Notifier,
  published: Omit<Dispatch, 'earlier' | 'revised'>,
  message: Message,
  ports: Pick<DeliverPorts, 'archive' | 'clock'> & {
    readonly revision: ReadRevision;
    /** Whether to send also what says nothing new. */
    readonly evenTheSame: boolean;
  },
): Promise<Outcome> {
  const problem = (text: string, cause: unknown = null) => ({
    problem: `${message.channel}: ${text}`,
    cause,
  });
  const { archive, clock, evenTheSame } = ports;
  const [earlier, unread] = await attempted(earlierOf(notifier, message, ports));
  if (unread !== null) return problem(`not sent: ${unread.message}`, unread);
  if (!evenTheSame && earlier !== null && notifier.saysTheSame?.(published.report, earlier) === true) {
    const reason = 'nothing that the earlier message prints differs';
    const noted = recordResult(archive, message, { state: 'not needed', reason }, clock());
    const [, unnoted] = await attempted(noted);
    return unnoted === null
      ? 'unchanged'
      : problem(`not needed, but this could not be noted: ${unnoted.message}`, unnoted);
  }
  const [standing, unclaimed] = await attempted(claim(archive, message, clock()));
  if (unclaimed !== null) return problem(`not sent: ${unclaimed.message}`, unclaimed);
  if (standing?.state === 'sent') return 'before';
  if (standing !== null) return problem(`one message of ${standing.at} may have been sent or not`);

  const revised = notifier.saysRevised === true ? await revisedFor(message, published, ports) : null;
  const [name, thrown] = await attempted(notifier.send({ ...published, earlier, revised }, message.reader));
  const failed = thrown === null ? null : nameless(thrown, message.channel, message.reader);
  if (failed !== null && !(thrown instanceof MessageNotSent))
    return problem(`no answer that says so, so it may have been sent (${failed.message})`, failed);
  const result = thrown === null ? { state: 'sent' as const, message: name } : { state: 'not sent' as const };
  const [, unnoted] = await attempted(recordResult(archive, message, result, clock()));
  const how = failed === null ? 'sent' : `refused: ${failed.message}`;
  if (unnoted !== null) return problem(`${how}, but this could not be noted: ${unnoted.message}`, unnoted);
  return failed === null ? 'sent' : problem(how, failed);
}

function failure(session: string, revision: number, problems: readonly Problem[]): DeliveryError {
  const reasons = problems.map(({ problem }) => problem).join('; ');
  return new DeliveryError(
    `${problems.length} of the messages about ${session} r${revision} are not known to be sent: ${reasons}`,
    {
      cause: problems.find(({ cause }) => cause !== null)?.cause,
      hint: 'What was refused is tried again; what may have been sent is not. See the runbook, entry "Run failed".',
    },
  );
}
