import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { namedText } from '../../outside-text.ts';
import { type Connections, RequestNotSent } from './connections.ts';
import { ProviderError } from './provider-error.ts';

const unpack = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

export interface GetRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly headTimeout: number;
  readonly totalTimeout: number;
  /** Most bytes that a body may have, packed or unpacked. */
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly connections: Connections;
}

export interface GetAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

const redirects = new Set([301, 302, 303, 307, 308]);
/** Node's words for a connection that ended before the answer did. */
const broken = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

/**
 * One GET, with an end to everything: to the wait for the head, to the whole exchange, to the size of the body.
 * Built-in fetch would hand over what there is of a gzip cut short as if it were all; here it is an error.
 * Redirects are followed on the same host only, for the headers may carry a key.
 *
 * @throws ProviderError `unreachable`, `time-out`, `cut short`, `too large`, `refused` or `no time left`
 */
export async function httpGet(asked: GetRequest): Promise<GetAnswer> {
  const limit = AbortSignal.timeout(asked.totalTimeout);
  const signal = AbortSignal.any([asked.signal, limit]);
  let sent = false;
  try {
    let url = asked.url;
    for (let hop = 0; hop <= 3; hop += 1) {
      const answer = await asked.connections.get(url, {
        headers: { ...asked.headers, 'accept-encoding': 'gzip, deflate, br' },
        headTimeout: asked.headTimeout,
        signal,
      });
      sent = true;
      const status = answer.statusCode ?? 0;
      const headers = flatten(answer.headers);
      const packed = await readAll(answer, asked.limit);
      if (!redirects.has(status) || headers.location === undefined)
        return { status, headers, bytes: await unpacked(packed, headers, asked.limit) };
      url = sameHost(url, headers.location);
    }
    throw new ProviderError('refused', 'redirects in a circle');
  } catch (error) {
    if (!(error instanceof RequestNotSent)) throw providerErrorOf(error, asked, limit.aborted);
    const { kind, message, failure } = providerErrorOf(error.cause, asked, limit.aborted);
    throw new ProviderError(kind, message, { sent, failure, cause: error.cause });
  }
}

function flatten(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
}

function sameHost(from: string, location: string): string {
  const [asked, to] = [new URL(from), new URL(location, from)];
  if (to.host !== asked.host) throw new ProviderError('refused', `redirects away, to ${namedText(to.host)}`);
  if (to.protocol !== asked.protocol && to.protocol !== 'https:')
    throw new ProviderError(
      'refused',
      `redirects from ${asked.protocol} to ${to.protocol}`.replaceAll(':', ''),
    );
  return to.href;
}

async function readAll(body: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += (chunk as Buffer).length;
    if (size > limit) throw new ProviderError('too large', `the body is over ${limit} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

async function unpacked(packed: Buffer, headers: Record<string, string>, limit: number): Promise<Uint8Array> {
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  if (encoding === undefined || encoding === '' || encoding === 'identity') return packed;
  if (!(encoding in unpack))
    throw new ProviderError(
      'unusable',
      `the body is packed as ${namedText(encoding)}, which nobody asked for`,
    );
  try {
    return await unpack[encoding as keyof typeof unpack](packed, { maxOutputLength: limit });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new ProviderError('too large', `the body unpacks to over ${limit} bytes`);
    throw new ProviderError('cut short', `the ${encoding} body is cut short or broken`, { cause: error });
  }
}

/** The failure in words that hold no address and no header. */
function providerErrorOf(error: unknown, asked: GetRequest, late: boolean): ProviderError {
  if (error instanceof ProviderError) return error;
  if (late) return new ProviderError('time-out', `no complete answer within ${asked.totalTimeout / 1000} s`);
  if (asked.signal.aborted) return new ProviderError('no time left', 'the time for collecting was over');
  const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
  if (broken.has(code))
    return new ProviderError('cut short', 'the connection broke before the answer was complete');
  return new ProviderError('unreachable', `not reachable (${code})`, {
    failure: { kind: 'unreachable', network: code },
  });
}
