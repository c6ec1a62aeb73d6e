import { type RequestOptions, request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { MessageNotSent, refuses } from '../notifier.ts';
import type { ChatService } from './services.ts';

/** An answer, as far as it is read. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface WebhookOptions {
  readonly service: ChatService;
  /** Hosts that may be asked beside the service's own, as `host` or `host:port`. */
  readonly hosts?: readonly string[];
  /** Of the connection: certificates to trust, in tests. */
  readonly tls?: Pick<RequestOptions, 'ca'>;
  /** Milliseconds until no answer is waited for any longer. */
  readonly patience?: number;
}

const mostAnswer = 64_000;
/** Seconds that an answer may ask us to wait before the one other try. */
const longestWait = 30;

/**
 * Posts a message to a webhook: https only, to a known host, no redirect followed, retried only when the answer asks for it
 * wait. The address is a secret: no message, log or error holds it, nor any text of an error that could.
 * @returns the service's name for the message, or `unnamed`
 * @throws NotSent when it is certain that nothing was posted; any other error leaves that open
 */
export async function postToWebhook(
  address: string,
  message: unknown,
  { service, hosts = [], tls = {}, patience = 10_000 }: WebhookOptions,
): Promise<string> {
  const url = checked(address, service, hosts);
  const body = Buffer.from(JSON.stringify(message));
  const ask = () => post(url, body, { ...tls, patience }, service.title);
  let answer = await ask();
  const wait = answer.status === 429 ? secondsIn(answer.headers['retry-after']) : null;
  if (wait !== null && wait <= longestWait) {
    await sleep(wait * 1_000);
    answer = await ask();
  }
  return nameIn(answer, service);
}

/** Seconds that a Retry-After names; null for a date or anything else. */
function secondsIn(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : null;
}

/** @throws NotSent for an address that is none of the service's: what it holds is not shown */
function checked(address: string, { title, isHost }: ChatService, hosts: readonly string[]): URL {
  const url = URL.parse(address.trim());
  const no = (why: string) =>
    new MessageNotSent(
      `the webhook of ${title} ${why}: put its address, as ${title} shows it, into the secret`,
      null,
    );
  if (url === null) throw no('is not an address');
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '')
    throw no('is not a plain https address');
  if (!(url.port === '' && isHost(url.hostname)) && !hosts.includes(url.host))
    throw no(`is at a host that is none of ${title}'s and not listed in chat.hosts`);
  return url;
}

/** @throws NotSent when the connection was never there */
function post(
  url: URL,
  body: Buffer,
  { patience, ...tls }: Pick<RequestOptions, 'ca'> & { readonly patience: number },
  title: string,
): Promise<Answer> {
  const signal = AbortSignal.timeout(patience);
  let connected = false;
  const failed = (error: unknown) => {
    const why = signal.aborted ? `no answer within ${patience / 1_000} s` : codeOf(error);
    const words = `the webhook of ${title}: ${why}`;
    return connected ? new Error(words) : new MessageNotSent(`${words}, before anything was sent`, null);
  };
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    // A connection of its own: one that was kept may be closed by the other side as we write.
    const asked = request(url, { method: 'POST', headers, signal, agent: false, ...tls });
    asked.once('socket', (socket) => socket.once('secureConnect', () => (connected = true)));
    asked.once('error', (error) => reject(failed(error)));
    asked.once('response', (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      const done = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        });
      response.on('data', (part: Buffer) => {
        size += part.length;
        parts.push(part);
        if (size <= mostAnswer) return;
        // The status says how it went; the rest of a long answer is of no use.
        response.destroy();
        done();
      });
      response.once('end', done);
      response.once('error', (error) => reject(failed(error)));
    });
    asked.end(body);
  });
}

/** What is said of a failed connection: its code. The text of the error names hosts and addresses. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : 'the connection failed';
}

/** @throws NotSent for a refusal */
function nameIn(
  { status, headers, text }: Answer,
  { title, accepts, reasonIn, idHeader }: ChatService,
): string {
  const reason = reasonIn(text);
  const words = `the webhook of ${title} answered ${status}${reason === null ? '' : ` (${reason})`}`;
  if (status >= 300 && status < 400)
    throw new MessageNotSent(`${words}: a redirect, which is not followed`, null);
  if (refuses(status)) throw new MessageNotSent(words, null);
  if (!accepts(status, text)) throw new Error(`${words}, which does not say that the message was taken`);
  const id = headers[idHeader];
  return typeof id === 'string' && /^[\w-]{1,80}$/.test(id) ? id : 'unnamed';
}
