import type { Revision } from '../archive/revisions.ts';
import type { RevisedSince } from '../rendering/view/mail-revised.ts';
import type { Report } from '../report/schema.ts';

/** A published briefing, as messages announce it. */
export interface Dispatch extends Revision {
  /** The PDF, where one was printed. */
  readonly pdf: Uint8Array | null;
  /** The newest message about an earlier revision of the session that the reader was sent; null without one. */
  readonly earlier: Earlier | null;
  /** What was revised of earlier sessions since the reader's last message, where the channel says so. */
  readonly revised?: RevisedSince | null;
}

/** A message that a reader was sent about an earlier revision. */
export interface Earlier {
  readonly report: Report;
  /** ISO 8601 UTC. */
  readonly sentAt: string;
  /** Message id, in angle brackets; null where the service's name for it is not known. */
  readonly messageId: string | null;
}

/** A way of telling people: mail, a topic. */
export interface Notifier {
  /** `mail`, `topic`. */
  readonly channel: string;
  /** Its recipients: one message each. */
  readonly readers: readonly string[];
  /** Message id of a message by the service's name for it, in angle brackets; absent where messages have none. */
  readonly messageIdOf?: (name: string) => string;
  /** Whether its messages say what was revised of earlier sessions; absent where they do not. */
  readonly saysRevised?: boolean;
  /** Whether a message about a session may be sent at an instant (ISO 8601 UTC); absent where it always may. */
  readonly isDue?: (session: string, now: string) => boolean;
  /** Whether this message says nothing new to a reader of the earlier one; absent where each is sent. */
  readonly saysTheSame?: (now: Report, earlier: Earlier) => boolean;
  /**
   * Sends one message to one reader, and asks once only.
   * @returns the service's name for the message
   * @throws NotSent when it is certain that nothing was sent; anything else leaves that open
   */
  send(dispatch: Dispatch, reader: string): Promise<string>;
}

/** The service refused, or was never reached: nothing was sent, and sending again cannot double it. */
export class MessageNotSent extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'NotSent';
  }
}

/**
 * A message, made before anything is sent.
 * @throws MessageNotSent when it could not be composed: no request was sent by then
 */
export async function composed<T>(make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (cause) {
    throw new MessageNotSent(
      `it could not be composed: ${cause instanceof Error ? cause.message : cause}`,
      cause,
    );
  }
}

/** Failures to connect at all. A connection that breaks later may break after the message was taken. */
const neverReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Whether an answer says that the message was not taken: the service refused it, or was too busy to look at it (503).
 * Any other failure of the service's own may come after it took the message.
 */
export const refuses = (status: number): boolean => (status >= 400 && status < 500) || status === 503;

/** A failed request to a service, as far as it shows whether the message was accepted. */
export function asNotSent(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { $metadata, code } = error as { $metadata?: { httpStatusCode?: number }; code?: string };
  return refuses($metadata?.httpStatusCode ?? 0) || neverReached.has(code ?? '')
    ? new MessageNotSent(`${error.name}: ${error.message}`, error)
    : error;
}
