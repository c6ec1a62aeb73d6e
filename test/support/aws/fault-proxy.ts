import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Call, callOf } from './call.ts';
import { type Refused, refusalOf } from './refusal.ts';

/** What becomes of one call. The first group is not carried out; the second is, and goes wrong afterwards. */
export type CallFault =
  | Refused
  | 'reset'
  | 'lost answer'
  | 'internal error afterwards'
  | 'cut short'
  | 'stalled'
  | 'silent'
  | 'late'
  | { readonly first: () => Promise<void> };

/** A call and how often the same was made before it, from 1. */
export interface NthCall extends Call {
  readonly nth: number;
}

export interface Recorded extends NthCall {
  /** What the service answered; null when it was never asked. */
  readonly status: number | null;
}

/** Decides about each call; null lets it be. */
export type FaultPlan = (call: NthCall) => CallFault | null;

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** Longer than any client waits here, and short enough for a test. */
const lateByMs = 100;

/**
 * A proxy in front of AWS, or of what plays it, that lets single calls go wrong and writes down every one. The
 * published ones (microburst, toxiproxy) know rates and rules; which fault hits the third write of a key, and whether
 * a call was carried out although its answer is lost, is what these tests are about.
 */
export class FaultProxy {
  readonly #upstream: URL;
  /** A new connection each: one that the other end closes meanwhile would be an unplanned fault. */
  readonly #agent = new Agent({ keepAlive: false });
  readonly #server = createServer((asked, response) => void this.#serve(asked, response));
  #counts = new Map<string, number>();
  calls: Recorded[] = [];
  plan: FaultPlan = () => null;

  constructor(upstream: string) {
    this.#upstream = new URL(upstream);
  }

  async start(): Promise<this> {
    // Connections that it ended by itself would be unplanned faults.
    this.#server.keepAliveTimeout = 0;
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    this.#agent.destroy();
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Forgets what was asked, and counts again. */
  fresh(plan: FaultPlan = () => null): void {
    this.calls = [];
    this.#counts = new Map();
    this.plan = plan;
  }

  /** The services' messages that went out, by recipient. */
  get sent(): Record<string, number> {
    const taken = this.calls.filter(
      ({ operation, status }) => status === 200 && (operation === 'SendEmail' || operation === 'Publish'),
    );
    const readers = [...new Set(taken.map(({ subject }) => subject))].sort();
    return Object.fromEntries(
      readers.map((reader) => [reader, taken.filter(({ subject }) => subject === reader).length]),
    );
  }

  async #serve(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await asked.toArray());
    const { method = 'GET', headers } = asked;
    const call = callOf({ method, url: new URL(asked.url ?? '/', this.#upstream), headers, body });
    const name = nameOf(call);
    const nth = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, nth);
    const fault = this.plan({ ...call, nth });
    const refusal = isRefused(fault) ? refusalOf(call.service, fault) : null;
    if (typeof fault === 'object' && fault !== null) await fault.first();
    const reached = refusal === null && fault !== 'reset';
    // Where the service cannot be reached, the client's connection is closed.
    const answer = reached ? await this.#forward(asked, body).catch(() => null) : null;
    this.calls.push({ ...call, nth, status: answer?.status ?? null });
    if (refusal !== null) response.writeHead(refusal.status, refusal.headers).end(refusal.body);
    else await reply(fault, answer, call, response);
  }

  async #forward({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const { hostname, port } = this.#upstream;
    const { expect: _, 'transfer-encoding': __, ...passed } = headers;
    const sent = request({
      agent: this.#agent,
      hostname,
      port,
      method,
      path: url,
      headers: { ...passed, 'content-length': body.length },
    });
    sent.end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    const { statusCode: status = 500, headers: answered } = answer;
    return { status, headers: answered, body: Buffer.concat(await answer.toArray()) };
  }
}

/**
 * Whether a call can suffer a fault at all: reads have no conditions, an answer to one that is lost is no other than a
 * reset, and an answer without a body cannot break off.
 */
export function canSuffer({ service, operation }: Call, fault: CallFault): boolean {
  if (fault === 'conflict') return operation === 'PutObject';
  if (fault === 'lost answer') return !/^(Get|List)/.test(operation);
  if (fault === 'cut short' || fault === 'stalled') return operation !== 'PutObject';
  return !isRefused(fault) || refusalOf(service, fault) !== null;
}

/** The same call has the same name every time it is made. */
export const nameOf = ({ operation, subject }: Call): string => `${operation} ${subject}`;

function isRefused(fault: CallFault | null): fault is Refused {
  return typeof fault === 'string' && fault in refusals;
}

const refusals: Readonly<Record<Refused, true>> = {
  throttled: true,
  unavailable: true,
  'internal error': true,
  conflict: true,
  'request time-out': true,
};

/** Passes an answer on, or what a fault makes of it. */
async function reply(
  fault: CallFault | null,
  answer: Answer | null,
  { service }: Call,
  response: ServerResponse,
): Promise<void> {
  if (answer === null || fault === 'lost answer') {
    response.destroy();
    return;
  }
  if (fault === 'silent') return;
  if (fault === 'internal error afterwards') {
    const refusal = refusalOf(service, 'internal error');
    response.writeHead(refusal?.status ?? 500, refusal?.headers).end(refusal?.body);
    return;
  }
  if (fault === 'late') await sleep(lateByMs);
  const { 'transfer-encoding': _, connection: __, ...headers } = answer.headers;
  response.writeHead(answer.status, { ...headers, 'content-length': answer.body.length });
  if (fault === 'cut short' || fault === 'stalled') {
    response.write(answer.body.subarray(0, answer.body.length >> 1), () => {
      if (fault === 'cut short') response.destroy();
    });
  } else response.end(answer.body);
}
