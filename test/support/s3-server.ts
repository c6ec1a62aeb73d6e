import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import { LocalServer } from './local-server.ts';

/** What becomes of one request: it is not carried out, or it is and the answer is lost. */
export type Mishap =
  | { readonly status: number; readonly code: string }
  | 'reset'
  | 'lost answer'
  | 'cut short';

/** Decides about each request; null lets it be. */
export type MishapPlan = (verb: string, key: string, nth: number) => Mishap | null;

export interface StoredObject {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly modified: Date;
  readonly headers: IncomingMessage['headers'];
}

const failure = (code: string) =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;

/**
 * The few requests of S3 that the archive makes, with its conditional writes, by the published protocol: 412 when a
 * condition fails, 404 for `If-Match` on nothing. Each request can be made to go wrong.
 */
export class S3Server extends LocalServer {
  readonly objects = new Map<string, StoredObject>();
  /** Keys a page of a listing: few, so that a client that reads the first page only fails. */
  readonly #pageSize: number;
  readonly requests: string[] = [];
  plan: MishapPlan = () => null;

  constructor(pageSize = 3) {
    super((request, response) => void this.#serve(request, response));
    this.#pageSize = pageSize;
  }

  client(): S3Client {
    return new S3Client({
      endpoint: this.origin,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      maxAttempts: 3,
    });
  }

  /** Puts an object there without a request. @returns its ETag */
  set(key: string, bytes: Uint8Array, headers: IncomingMessage['headers'] = {}): string {
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    this.objects.set(key, { bytes: Buffer.from(bytes), etag, modified: new Date(), headers });
    return etag;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const url = new URL(request.url ?? '/', 'http://s3');
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
    const verb = url.searchParams.get('list-type') === '2' ? 'LIST' : (request.method ?? '');
    const mishap = this.plan(verb, key, this.requests.push(`${verb} ${key}`));
    if (mishap === 'reset') request.socket.destroy();
    else if (mishap !== null && typeof mishap === 'object')
      response.writeHead(mishap.status).end(failure(mishap.code));
    else if (verb === 'PUT') this.#put(key, body, request, response, mishap === 'lost answer');
    else if (verb === 'LIST') this.#list(url.searchParams, response);
    else this.#get(key, response, mishap === 'cut short');
  }

  #put(
    key: string,
    bytes: Buffer,
    { headers, socket }: IncomingMessage,
    response: ServerResponse,
    lost: boolean,
  ): void {
    const there = this.objects.get(key);
    const match = headers['if-match'];
    if (headers['if-none-match'] === '*' && there !== undefined)
      response.writeHead(412).end(failure('PreconditionFailed'));
    else if (match !== undefined && there === undefined) response.writeHead(404).end(failure('NoSuchKey'));
    else if (match !== undefined && match !== there?.etag)
      response.writeHead(412).end(failure('PreconditionFailed'));
    else {
      const etag = this.set(key, bytes, headers);
      if (lost) socket.destroy();
      else response.writeHead(200, { etag }).end();
    }
  }

  #get(key: string, response: ServerResponse, cut: boolean): void {
    const there = this.objects.get(key);
    if (there === undefined) {
      response.writeHead(404).end(failure('NoSuchKey'));
      return;
    }
    const { bytes, etag, modified } = there;
    response.writeHead(200, {
      etag,
      'content-length': bytes.length,
      'last-modified': modified.toUTCString(),
    });
    if (!cut) response.end(bytes);
    else response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
  }

  #list(query: URLSearchParams, response: ServerResponse): void {
    const after = query.get('continuation-token') ?? '';
    const all = [...this.objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
    const left = all.filter((key) => key > after);
    const page = left.slice(0, this.#pageSize);
    const more = left.length > page.length;
    const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
    response
      .writeHead(200, { 'content-type': 'application/xml' })
      .end(
        `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents}</ListBucketResult>`,
      );
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
