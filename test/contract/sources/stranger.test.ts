import { createServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProviderName, providerNames } from '../../../lambda/providers/index.ts';
import { isOnlyUnconfigured } from '../../../lambda/sources/live/outcome.ts';
import { collectFrom, removeTemporaryFolders, smallEdition } from '../../support/provider/collect.ts';
import { type ProviderState, providerStateFrom } from '../../support/provider/provider-state.ts';
import { type Reply, routes } from '../../support/provider/replies.ts';
import { simulated } from '../../support/simulated.ts';

const options = { session: '2025-12-31', now: '2026-01-01T01:30:00Z', edition: smallEdition };

let world: ProviderState;

beforeAll(async () => {
  world = await providerStateFrom(simulated, options.session, options.now, 300);
});
afterAll(removeTemporaryFolders);

/** How a server that is not ours writes an answer on the wire. */
type Manner = (reply: Reply) => Buffer;

const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n\r\n`;
const inChunks = (body: Buffer): Buffer =>
  Buffer.concat([
    ...Array.from({ length: Math.ceil(body.length / 1000) }, (_, i) => {
      const part = body.subarray(i * 1000, (i + 1) * 1000);
      return Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
    }),
    Buffer.from('0\r\n\r\n'),
  ]);

const manners: readonly (readonly [name: string, manner: Manner])[] = [
  [
    'HTTP/1.0 without a length, ended by closing',
    ({ status, type, body }) =>
      Buffer.concat([
        Buffer.from(lines(`HTTP/1.0 ${status} Fine`, `Content-Type: ${type}`)),
        Buffer.from(body),
      ]),
  ],
  [
    'HTTP/1.1 in chunks, unpacked, with a shouted head',
    ({ status, type, body }) =>
      Buffer.concat([
        Buffer.from(
          lines(
            `HTTP/1.1 ${status} OK`,
            `CONTENT-TYPE: ${type}`,
            'TRANSFER-ENCODING: chunked',
            'CONNECTION: close',
          ),
        ),
        inChunks(Buffer.from(body)),
      ]),
  ],
  [
    'HTTP/1.1 packed, with a length and a head in capitals and none',
    ({ status, type, body }) => {
      const packed = gzipSync(body);
      return Buffer.concat([
        Buffer.from(
          lines(
            `HTTP/1.1 ${status} `,
            `content-type:${type}`,
            'Content-Encoding: GZIP',
            `content-LENGTH:   ${packed.length}`,
            'Connection: close',
            'Set-Cookie: a=b',
            'set-cookie: c=d',
          ),
        ),
        packed,
      ]);
    },
  ],
];

/** A server that reads a request by hand, answers in one manner, and closes. */
async function strangerWith(
  manner: Manner,
): Promise<{ server: Server; origin: string; methods: Set<string> }> {
  const methods = new Set<string>();
  const answer = (socket: Socket, head: string) => {
    const [method = '', target = ''] = head.split(' ');
    methods.add(method);
    const url = new URL(target, 'http://stranger');
    const headers = Object.fromEntries(
      head
        .split('\r\n')
        .slice(1)
        .map((line) => [line.split(':')[0]?.toLowerCase() ?? '', line.slice(line.indexOf(':') + 1).trim()]),
    );
    const route = routes.find(({ path }) => path.test(url.pathname));
    const match = route?.path.exec(url.pathname);
    const asked = { path: url.pathname, query: url.searchParams, headers };
    const none: Reply = { status: 404, type: 'text/plain', body: 'nothing here' };
    socket.end(manner(route === undefined || match == null ? none : route.answer(world, asked, match)));
  };
  const server = createServer((socket) => {
    let heard = '';
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      heard += data.toString('latin1');
      if (heard.includes('\r\n\r\n')) answer(socket, heard);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { server, origin: `http://127.0.0.1:${port}`, methods };
}

const everywhere = (origin: string): Record<ProviderName, string> =>
  Object.fromEntries(providerNames.map((name) => [name, origin])) as Record<ProviderName, string>;

describe('a server that is not ours, behind the providers’ addresses', () => {
  it.each(manners)('%s: every series is received, by plain GETs', async (_, manner) => {
    const { server, origin, methods } = await strangerWith(manner);
    try {
      const collected = await collectFrom({ addresses: everywhere(origin) }, options);
      const absent = collected.outcomes.filter(
        (outcome) => outcome.payload === null && !isOnlyUnconfigured(outcome),
      );
      expect(absent.map(({ key, attempts }) => [key, attempts])).toEqual([]);
      expect(collected.assembled.market.get('IWM')?.sessions.at(-1)).toBe(options.session);
      expect([...methods]).toEqual(['GET']);
    } finally {
      server.close();
    }
  });
});
