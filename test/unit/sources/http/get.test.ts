import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { Connections } from '../../../../lambda/sources/http/connections.ts';
import { type GetRequest, httpGet } from '../../../../lambda/sources/http/get.ts';
import { ProviderError } from '../../../../lambda/sources/http/provider-error.ts';

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

function connections(connectTimeout?: number): Connections {
  const made = new Connections(connectTimeout);
  opened.push(() => made.close());
  return made;
}

async function portOf(server: Server): Promise<number> {
  opened.push(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const serve = (listener: RequestListener): Promise<number> => portOf(createHttpServer(listener));

/** A server that says something, whatever it is asked, and hangs up. */
const say = (answer: string | Buffer): Promise<number> =>
  portOf(
    createServer((socket) => socket.on('error', () => undefined).once('data', () => socket.end(answer))),
  );

const ask = (port: number, more: Partial<GetRequest> = {}) =>
  httpGet({
    url: `http://127.0.0.1:${port}/here`,
    headers: {},
    headTimeout: 300,
    totalTimeout: 900,
    limit: 1_000,
    signal: new AbortController().signal,
    connections: connections(),
    ...more,
  });

const refusal = (asked: Promise<unknown>): Promise<ProviderError> =>
  asked.then(
    () => expect.unreachable(),
    (error) => {
      expect(error).toBeInstanceOf(ProviderError);
      return error;
    },
  );

describe('one GET', () => {
  it('keeps its connection for the next one', async () => {
    const ports = new Set<number | undefined>();
    const port = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('here');
    });
    const shared = { connections: connections() };
    for (let turn = 0; turn < 3; turn += 1) expect(String((await ask(port, shared)).bytes)).toBe('here');
    expect(ports.size).toBe(1);
  });

  it('follows its host', async () => {
    const port = await serve(({ url }, response) => {
      if (url === '/there') response.end('there');
      else response.writeHead(302, { location: '/there' }).end('moved');
    });
    expect(String((await ask(port)).bytes)).toBe('there');
  });

  it.each([
    ['another host', 'http://127.0.0.2/there', 'redirects away, to 127.0.0.2'],
    ['another protocol', 'ftp://127.0.0.1:PORT/there', 'redirects from http to ftp'],
    ['itself', '/here', 'redirects in a circle'],
  ])('is refused where it is sent to %s', async (_, location, message) => {
    const port = await serve(({ socket }, response) => {
      response.writeHead(302, { location: location.replace('PORT', String(socket.localPort)) }).end();
    });
    expect(await refusal(ask(port))).toMatchObject({ kind: 'refused', message });
  });

  it.each([
    ['by its length', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'],
    ['within a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nhalf'],
    ['between chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
    ['before its head ends', 'HTTP/1.1 200 OK\r\nContent-Len'],
    ['before it begins', ''],
    [
      'in the midst of its gzip',
      Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n'),
        gzipSync('x'.repeat(900)).subarray(0, -9),
      ]),
    ],
  ])('is cut short %s', async (_, answer) => {
    expect((await refusal(ask(await say(answer)))).kind).toBe('cut short');
  });

  it.each([
    ['as sent', `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(1_001)}`],
    [
      'unpacked',
      Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n'),
        gzipSync('x'.repeat(1_001)),
      ]),
    ],
  ])('is too large %s', async (_, answer) => {
    expect((await refusal(ask(await say(answer)))).kind).toBe('too large');
  });

  it('waits for a head, for all of it, and for a connection, each for its time', async () => {
    const silent = await serve(() => undefined);
    expect((await refusal(ask(silent))).message).toBe('no answer within 0.3 s');
    const endless = await serve((_, response) => response.writeHead(200).write('and'));
    expect((await refusal(ask(endless))).message).toBe('no complete answer within 0.9 s');
    // It takes the connection, and never says a word of encryption.
    const mute = await portOf(createServer((socket) => socket.on('error', () => undefined)));
    const encrypted = { url: `https://127.0.0.1:${mute}/`, connections: connections(200) };
    expect((await refusal(ask(mute, encrypted))).message).toBe('no connection in time');
  });

  it('ends with the collection', async () => {
    const silent = await serve(() => undefined);
    const signal = AbortSignal.timeout(50);
    expect((await refusal(ask(silent, { signal }))).kind).toBe('no time left');
  });

  it('says whether the provider can have received it', async () => {
    const sent = async (...[port, more]: Parameters<typeof ask>) => (await refusal(ask(port, more))).sent;
    // No server listens; there is no such name; no connection is made.
    expect(await sent(1)).toBe(false);
    expect(await sent(0, { url: 'http://no-such-host.invalid/' })).toBe(false);
    const mute = await portOf(createServer((socket) => socket.on('error', () => undefined)));
    expect(await sent(mute, { url: `https://127.0.0.1:${mute}/`, connections: connections(200) })).toBe(
      false,
    );
    // It was heard, and not answered, or not to the end.
    expect(await sent(await serve(() => undefined))).toBe(true);
    expect(await sent(await say(''))).toBe(true);
    // The first of two was heard.
    const port = await serve(({ socket, url }, response) => {
      if (url === '/there') socket.destroy();
      else response.writeHead(302, { location: '/there', connection: 'close' }).end();
    });
    expect(await sent(port)).toBe(true);
  });

  it('fails where no server listens, and on any other protocol', async () => {
    const port = await say('SSH-2.0-OpenSSH_9.9\r\n');
    expect((await refusal(ask(port))).message).toMatch(/^not reachable \(HPE_/);
    expect((await refusal(ask(1))).message).toBe('not reachable (ECONNREFUSED)');
  });
});
