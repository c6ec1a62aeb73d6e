import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy between a function and S3. It passes everything on but a write that it is to hold for ever. */
export class HoldingProxy {
  readonly #behind: URL;
  readonly #server = createServer((request, response) => this.#pass(request, response));
  #held: { readonly name: string; readonly reached: () => void } | undefined;

  /** @param endpoint what it passes requests to */
  constructor(endpoint: string) {
    this.#behind = new URL(endpoint);
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Resolves when the next object whose key ends so is about to be written. The write never happens, and gets no answer. */
  hold(name: string): Promise<void> {
    return new Promise((reached) => {
      this.#held = { name, reached };
    });
  }

  #pass(request: IncomingMessage, response: ServerResponse): void {
    const { method, url = '/', headers } = request;
    const held = this.#held;
    if (held !== undefined && method === 'PUT' && url.replace(/\?.*/, '').endsWith(held.name)) {
      this.#held = undefined;
      held.reached();
      return;
    }
    const { hostname, port } = this.#behind;
    const onward = ask({ hostname, port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('error', () => onward.destroy());
    request.pipe(onward);
  }
}
