import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Archive } from '../../archive/archive.ts';
import { headersOf } from '../../archive/s3-headers.ts';
import { keys } from '../../archive-layout.ts';
import { ArchiveError, UsageError } from '../../errors.ts';
import { isReadable } from './readable.ts';

export interface PreviewOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Whether `figures/` is opened, as by `readers.data`. */
  readonly data: boolean;
  /** Called before each page is answered. */
  readonly refresh: () => Promise<void>;
}

export interface Preview {
  readonly address: string;
  close(): void;
}

/**
 * An archive's site on this machine as the deployed one serves it: the same types and caching, the same doors closed, its page
 * for what is not there. For this machine alone, which also a page of another site that is open in its browser is not.
 * @throws UsageError when the port is taken
 */
export async function startPreview(archive: Archive, options: PreviewOptions): Promise<Preview> {
  const server = createServer((request, response) => {
    answer(archive, options, request, response).catch((error: unknown) => {
      const message = error instanceof ArchiveError ? error.message : 'this page failed; see the terminal';
      if (!(error instanceof ArchiveError)) process.stderr.write(`${String(error)}\n`);
      respond(response, 500, 'text/plain; charset=utf-8', Buffer.from(`${message}\n`));
    });
  });
  await listening(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new UsageError(`port ${port} cannot be listened on (${cause.code})`, {
          cause,
          hint: 'Name another with --port, or 0 for any that is free.',
        }),
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function answer(
  archive: Archive,
  { data, refresh }: PreviewOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A name that somebody else's server gave to this address is not ours.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? ''))
    return respond(response, 403, 'text/plain', Buffer.from('this is 127.0.0.1\n'));
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return respond(response, 405, 'text/plain', Buffer.from('GET or HEAD\n'));
  const key = keyOf(request.url ?? '/');
  if (key.endsWith('.html')) await refresh();
  const bytes = isReadable(key, data) ? await archive.get(key) : null;
  if (bytes !== null) {
    const { ContentType, CacheControl } = headersOf(key);
    return respond(response, 200, ContentType, bytes, CacheControl);
  }
  const missing = (await archive.get(keys.missingPage)) ?? Buffer.from('there is no such page\n');
  respond(response, 404, headersOf(keys.missingPage).ContentType, missing);
}

/** `/2025/` is its `index.html`, as everywhere. */
function keyOf(url: string): string {
  const path = new URL(url, 'http://preview/').pathname.slice(1);
  const key = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

function respond(
  response: ServerResponse,
  status: number,
  type: string,
  bytes: Uint8Array,
  caching = 'no-store',
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': bytes.length,
    'cache-control': caching,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}
