import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Archive } from '../archive/archive.ts';
import { readJson, writeJson } from '../archive/bytes.ts';
import { keys } from '../archive-layout.ts';
import { pseudonym } from './addresses.ts';

/**
 * What is known of one message. `sending` is written before it is sent and replaced after, so that a receipt which
 * stays at `sending` marks a message of which it is unknown whether it went out: it is never sent again.
 */
const receipt = z.strictObject({
  schema: z.literal('smallcap-briefing-receipt/1'),
  /** `not needed`: an earlier message about the session says the same. */
  state: z.enum(['sending', 'sent', 'not sent', 'not needed']),
  channel: z.string(),
  at: z.iso.datetime(),
  /** Random id of the attempt that claimed it: two at the same instant must not write the same bytes. */
  attempt: z.uuid().optional(),
  /** The service's name for the message, once it is sent. */
  message: z.string().optional(),
  /** Why it was not needed. */
  reason: z.string().optional(),
});

export type Receipt = z.infer<typeof receipt>;

/** The one message to one reader about one revision. */
export interface Message {
  readonly session: string;
  readonly revision: number;
  readonly channel: string;
  readonly reader: string;
}

/** Readers are named by a pseudonym: an archive that may be shown to others holds no addresses. */
function keyOf({ session, revision, channel, reader }: Message): string {
  return keys.delivery(session, revision, pseudonym(channel, reader));
}

/**
 * Claims a message atomically: exactly one caller wins.
 * @returns null when it is ours to send; else the receipt that exists
 * @throws ArchiveError
 */
export async function claim(archive: Archive, message: Message, now: string): Promise<Receipt | null> {
  const key = keyOf(message);
  const attempt = randomUUID();
  let standing: Receipt | null = null;
  await archive.update(key, (old) => {
    const found = old === null ? null : readJson(receipt, old, archive.locate(key));
    standing = found === null || found.state === 'not sent' ? null : found;
    return standing !== null && old !== null ? old : written({ state: 'sending', attempt }, message, now);
  });
  return standing;
}

/**
 * The newest earlier revision of which the reader was sent a message; null without one. One of which it is unknown
 * whether it went counts as none: two messages are better than none.
 * @throws ArchiveError
 */
export async function lastSent(
  archive: Archive,
  message: Message,
): Promise<{ readonly revision: number; readonly receipt: Receipt } | null> {
  for (let revision = message.revision - 1; revision > 0; revision -= 1) {
    const key = keyOf({ ...message, revision });
    const bytes = await archive.get(key);
    const found = bytes === null ? null : readJson(receipt, bytes, archive.locate(key));
    if (found?.state === 'sent') return { revision, receipt: found };
  }
  return null;
}

/** Writes down how it ended. @throws ArchiveError */
export function recordResult(
  archive: Archive,
  message: Message,
  outcome:
    | { readonly state: 'sent'; readonly message: string }
    | { readonly state: 'not sent' }
    | { readonly state: 'not needed'; readonly reason: string },
  now: string,
): Promise<void> {
  return archive.update(keyOf(message), () => written(outcome, message, now));
}

function written(
  known: Pick<Receipt, 'state' | 'attempt' | 'message' | 'reason'>,
  { channel }: Message,
  at: string,
): Uint8Array {
  return writeJson({ schema: 'smallcap-briefing-receipt/1', ...known, channel, at } satisfies Receipt);
}
