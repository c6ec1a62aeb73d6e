import type { IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secure } from 'node:https';
import { ProviderError, type ProviderFailure } from './provider-error.ts';

// To import it is to read all its properties, and one of them loads the whole of built-in fetch: 60 ms of a start.
const { Agent: PlainAgent, request: plain } = process.getBuiltinModule('node:http');

export interface Question {
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds from the connection to the head of the answer. */
  readonly headTimeout: number;
  readonly signal: AbortSignal;
}

/** A request that was not sent: no address, no connection, or no encryption. */
export class RequestNotSent extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
  }
}

// Lanes decide how many are asked at once; several providers may have one address.
const kept = { keepAlive: true, maxSockets: 64 };

/** Connections to providers, kept open between requests. */
export class Connections {
  readonly #plain = new PlainAgent(kept);
  readonly #secure = new SecureAgent(kept);
  readonly #connectTimeout: number;

  /** @param connectTimeout milliseconds that a connection may take, its encryption included */
  constructor(connectTimeout = 5_000) {
    this.#connectTimeout = connectTimeout;
  }

  /**
   * Asks by GET. Answered with the head; the body is still to be read, and breaks off with an error where the
   * connection does.
   *
   * @throws ProviderError `time-out`, `NotSent` with the cause where no connection came about, and the errors of Node's sockets
   */
  get(url: string, { headers, headTimeout, signal }: Question): Promise<IncomingMessage> {
    const encrypted = new URL(url).protocol === 'https:';
    const asking = encrypted
      ? secure(url, { agent: this.#secure, headers: { ...headers }, signal })
      : plain(url, { agent: this.#plain, headers: { ...headers }, signal });
    let timer: NodeJS.Timeout | undefined;
    let connected = false;
    const giveUpAfter = (milliseconds: number, why: string, failure?: ProviderFailure) => {
      clearTimeout(timer);
      timer = setTimeout(() => asking.destroy(new ProviderError('time-out', why, { failure })), milliseconds);
    };
    const waitForHead = () => {
      connected = true;
      giveUpAfter(headTimeout, `no answer within ${headTimeout / 1000} s`);
    };
    asking.once('socket', (socket) => {
      if (!socket.connecting) return waitForHead();
      giveUpAfter(this.#connectTimeout, 'no connection in time', {
        kind: 'unreachable',
        network: 'no connection in time',
      });
      socket.once(encrypted ? 'secureConnect' : 'connect', waitForHead);
    });
    const head = new Promise<IncomingMessage>((resolve, reject) => {
      asking
        .once('response', resolve)
        .on('error', (error) => reject(connected ? error : new RequestNotSent(error)));
    });
    asking.end();
    return head.finally(() => clearTimeout(timer));
  }

  /** Ends all connections, also those in use. */
  close(): void {
    this.#plain.destroy();
    this.#secure.destroy();
  }
}
