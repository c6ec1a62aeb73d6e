import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LocalServer } from './local-server.ts';

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
export class SiteServer extends LocalServer {
  constructor(folder: string) {
    super((request, response) => {
      const path = join(folder, decodeURI(new URL(request.url ?? '/', 'http://site/').pathname));
      const found = existsSync(path) && statSync(path).isFile();
      const type = found ? types[path.split('.').at(-1) ?? ''] : 'text/html';
      response.writeHead(found ? 200 : 404, { 'content-type': type ?? 'application/octet-stream' });
      response.end(readFileSync(found ? path : join(folder, '404.html')));
    });
  }

  /** The address of a path. */
  at(path: string): string {
    return `${this.origin}/${path}`;
  }
}
