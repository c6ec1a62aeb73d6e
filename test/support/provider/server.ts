import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type ProviderName, providerNames } from '../../../lambda/providers/index.ts';
import { LocalServer } from '../local-server.ts';
import type { AnswerFault } from './faults.ts';
import type { ProviderState } from './provider-state.ts';
import { type Reply, type Route, routes } from './replies.ts';

export interface Request {
  readonly provider: ProviderName | null;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A local server that plays the providers, each with the faults that a test asks for. */
export class ProviderServer extends LocalServer {
  readonly world: ProviderState;
  readonly requests: Request[] = [];
  readonly #faults = new Map<ProviderName, AnswerFault>();
  readonly #given = new Map<string, Reply>();
  #underWay = 0;
  /** The most requests that were without an answer at one time. */
  mostAtOnce = 0;
  /** Milliseconds before every answer. */
  delay = 0;
  /** Whether an answer is made once and given again until `forget`: runs enough keep a core busy with answering. */
  recalls = false;

  constructor(world: ProviderState) {
    super((request, response) => this.#answer(request, response));
    this.world = world;
  }

  /** The addresses of all providers, each replaced by this server's. */
  get addresses(): Record<ProviderName, string> {
    return Object.fromEntries(providerNames.map((name) => [name, this.origin])) as Record<
      ProviderName,
      string
    >;
  }

  break(provider: ProviderName, fault: AnswerFault): void {
    this.#faults.set(provider, fault);
  }

  mend(): void {
    this.#faults.clear();
    this.requests.length = 0;
  }

  /** After the world was changed. */
  forget(): void {
    this.#given.clear();
  }

  askedOf(provider: ProviderName): readonly Request[] {
    return this.requests.filter((request) => request.provider === provider);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://provider');
    const route = routes.find(({ path }) => path.test(url.pathname)) ?? null;
    this.requests.push({ provider: route?.provider ?? null, url: url.href, headers: request.headers });
    this.#underWay += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay);
    response.once('close', () => {
      this.#underWay -= 1;
    });
    setTimeout(() => this.#reply(route, url, request, response), this.delay);
  }

  #answerOf(name: string, make: () => Reply): Reply {
    const reply = this.#given.get(name) ?? make();
    if (this.recalls) this.#given.set(name, reply);
    return reply;
  }

  #reply(route: Route | null, url: URL, request: IncomingMessage, response: ServerResponse): void {
    const match = route?.path.exec(url.pathname) ?? null;
    if (route === null || match === null) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<html><title>Not Found</title></html>');
      return;
    }
    const asked = { path: url.pathname, query: url.searchParams, headers: request.headers };
    const fault = this.#faults.get(route.provider);
    const plain: Reply = this.#answerOf(`${url.href} ${request.headers.authorization}`, () =>
      route.answer(this.world, asked, match),
    );
    const reply = fault?.change?.(plain, asked) ?? plain;
    if (fault?.send !== undefined) {
      fault.send(response, reply);
      return;
    }
    const body = gzipSync(reply.body, { level: 1 });
    response.writeHead(reply.status, {
      'content-type': reply.type,
      'content-encoding': 'gzip',
      ...reply.headers,
    });
    response.end(body);
  }
}
