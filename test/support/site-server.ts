import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** A folder as a site on this machine: what is not there is answered with the page for it, as in AWS. */
export class SiteServer {
  readonly #server;

  constructor(folder: string) {
    this.#server = createServer((request, response) => {
      const path = join(folder, decodeURI(new URL(request.url ?? '/', 'http://site/').pathname));
      const found = existsSync(path) && statSync(path).isFile();
      const type = found ? types[path.split('.').at(-1) ?? ''] : 'text/html';
      response.writeHead(found ? 200 : 404, { 'content-type': type ?? 'application/octet-stream' });
      response.end(readFileSync(found ? path : join(folder, '404.html')));
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** The address of a path. */
  at(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${path}`;
  }
}
