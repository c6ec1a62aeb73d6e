import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { type Dispatcher, errors, request } from 'undici';
import { Refusal } from './refusal.ts';

const unpack = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

export interface WireRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly headTimeout: number;
  readonly totalTimeout: number;
  /** Most bytes that a body may have, packed or unpacked. */
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly dispatcher: Dispatcher;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * One GET, with an end to everything: to the wait for the head, to the whole exchange, to the size of the body.
 * Built-in fetch would hand over what there is of a gzip cut short as if it were all; here it is an error.
 * Redirects are followed on the same host only, for the headers may carry a key.
 *
 * @throws Refusal `unreachable`, `time-out`, `cut short`, `too large`, `refused` or `no time left`
 */
export async function exchange(asked: WireRequest): Promise<WireAnswer> {
  const limit = AbortSignal.timeout(asked.totalTimeout);
  const signal = AbortSignal.any([asked.signal, limit]);
  try {
    let url = asked.url;
    for (let hop = 0; hop <= 3; hop += 1) {
      const answer = await request(url, {
        method: 'GET',
        headers: { ...asked.headers, 'accept-encoding': 'gzip, deflate, br' },
        headersTimeout: asked.headTimeout,
        bodyTimeout: asked.totalTimeout,
        signal,
        dispatcher: asked.dispatcher,
      });
      const headers = flatten(answer.headers);
      if (redirects.has(answer.statusCode) && headers.location !== undefined) {
        await answer.body.dump();
        url = sameHost(url, headers.location);
        continue;
      }
      const packed = await readAll(answer.body, asked.limit);
      return { status: answer.statusCode, headers, bytes: await unpacked(packed, headers, asked.limit) };
    }
    throw new Refusal('refused', 'redirects in a circle');
  } catch (error) {
    throw told(error, asked, limit.aborted);
  }
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
}

function sameHost(from: string, location: string): string {
  const to = new URL(location, from);
  if (to.host !== new URL(from).host) throw new Refusal('refused', `redirects away, to ${to.host}`);
  return to.href;
}

async function readAll(body: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += (chunk as Buffer).length;
    if (size > limit) throw new Refusal('too large', `the body is over ${limit} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

async function unpacked(packed: Buffer, headers: Record<string, string>, limit: number): Promise<Uint8Array> {
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  if (encoding === undefined || encoding === '' || encoding === 'identity') return packed;
  if (!(encoding in unpack))
    throw new Refusal('unusable', `the body is packed as ${encoding}, which nobody asked for`);
  try {
    return await unpack[encoding as keyof typeof unpack](packed, { maxOutputLength: limit });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new Refusal('too large', `the body unpacks to over ${limit} bytes`);
    throw new Refusal('cut short', `the ${encoding} body is cut short or broken`, { cause: error });
  }
}

/** The failure in words that hold no address and no header. */
function told(error: unknown, asked: WireRequest, late: boolean): Refusal {
  if (error instanceof Refusal) return error;
  if (late) return new Refusal('time-out', `no complete answer within ${seconds(asked.totalTimeout)}`);
  if (asked.signal.aborted) return new Refusal('no time left', 'the time for collecting was over');
  if (error instanceof errors.HeadersTimeoutError)
    return new Refusal('time-out', `no answer within ${seconds(asked.headTimeout)}`);
  if (error instanceof errors.ConnectTimeoutError) return new Refusal('time-out', 'no connection in time');
  if (error instanceof errors.BodyTimeoutError) return new Refusal('time-out', 'the body stopped coming');
  const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
  if (
    code === 'UND_ERR_SOCKET' ||
    code === 'UND_ERR_ABORTED' ||
    code === 'ECONNRESET' ||
    code.includes('CONTENT_LENGTH')
  )
    return new Refusal('cut short', 'the connection broke before the answer was complete');
  return new Refusal('unreachable', `not reachable (${code})`);
}

const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`;
