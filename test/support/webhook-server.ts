import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ownCertificate } from './certificate.ts';

/** How a chat service takes one request. */
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const answer =
  (status: number, body = '', headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

/** A chat service at a local address, by https: what it was asked, and how it takes the next requests. */
export class WebhookServer {
  readonly #address: string;
  readonly #own: ReturnType<typeof ownCertificate>;
  readonly #server: Server;

  constructor(address = '127.0.0.1') {
    this.#address = address;
    this.#own = ownCertificate(address);
    this.#server = createServer(this.#own, async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      this.asked.push({ path: request.url ?? '', body });
      (this.answers.shift() ?? answer(200, 'ok'))(request, response);
    });
  }

  asked: { readonly path: string; readonly body: string }[] = [];
  /** After these it answers `ok`. */
  answers: Answer[] = [];

  /** The certificate to trust. */
  get ca(): string {
    return this.#own.cert;
  }

  /** Host and port. */
  get host(): string {
    return `${this.#address}:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, this.#address, resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
