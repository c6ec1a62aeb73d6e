import type { Archive } from '../archive/archive.ts';
import { type Revision, readRevision } from '../archive/revisions.ts';
import { keys } from '../archive-layout.ts';
import type { Dispatch, Earlier, Notifier } from '../delivery/notifier.ts';
import { lastSent, type Message } from '../delivery/receipt.ts';
import { revisedSince, type SeenBefore } from '../delivery/revised-since.ts';
import type { RevisedSince } from '../rendering/view/mail-revised.ts';

export type ReadRevision = (session: string, revision: number) => Promise<Revision>;

/** Each read once, however many readers got it. */
export function revisionsIn(archive: Archive): ReadRevision {
  const known = new Map<string, Promise<Revision>>();
  return (session, revision) => {
    const name = keys.revision(session, revision);
    const reading = known.get(name) ?? readRevision(archive, session, revision);
    known.set(name, reading);
    return reading;
  };
}

interface Told {
  readonly archive: Archive;
  readonly revision: ReadRevision;
}

/** The newest message about the session that the reader was sent, with the report that it was about; null without one. */
export async function earlierOf(
  { messageIdOf }: Notifier,
  message: Message,
  { archive, revision }: Told,
): Promise<Earlier | null> {
  const last = await lastSent(archive, message);
  if (last === null) return null;
  const { message: name, at } = last.receipt;
  const { report } = await revision(message.session, last.revision);
  return { report, sentAt: at, messageId: name === undefined ? null : (messageIdOf?.(name) ?? null) };
}

/** What was revised since the reader's last message. A message is not held up by it: it says so where that is not known. */
export async function revisedFor(
  message: Message,
  { report }: Pick<Dispatch, 'report'>,
  { archive, revision }: Told,
): Promise<RevisedSince | null> {
  const seen: SeenBefore = async (session, newest) => {
    const last = await lastSent(archive, { ...message, session, revision: newest + 1 });
    return last === null ? null : { revision: last.revision, at: last.receipt.at };
  };
  const [revised, unread] = await attempted(revisedSince(archive, message.session, { seen, revision }));
  return unread === null ? revised : { since: report.previousSession, figures: null, sessions: [] };
}

/** How a piece of work ended: its result, or what it threw. */
export async function attempted<T>(work: Promise<T>): Promise<readonly [T, null] | readonly [null, Error]> {
  try {
    return [await work, null];
  } catch (error) {
    return [null, error instanceof Error ? error : new Error(String(error))];
  }
}
