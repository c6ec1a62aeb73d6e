import { noteOf } from '../../outside-text.ts';
import { type ProviderName, providers } from '../../providers/index.ts';
import type { Provider } from '../../providers/provider.ts';
import { Breaker } from './breaker.ts';
import type { Budget } from './budget.ts';
import type { ClientClock } from './clock.ts';
import { Connections } from './connections.ts';
import { httpGet } from './get.ts';
import { ProviderError } from './provider-error.ts';
import { RateLimiter } from './rate-limiter.ts';
import { redactBytes, redactText, redactUrl } from './redact.ts';
import { pauseBefore, retryAfterOf } from './retry.ts';

/** One answer, as received; only keys that it echoed are blotted out. */
export interface Answer {
  readonly provider: ProviderName;
  /** The address asked, less its secrets. */
  readonly url: string;
  readonly status: number;
  /** The headers that matter to a reader of the archive. */
  readonly headers: Readonly<Record<string, string>>;
  /** ISO 8601 UTC, by the run's clock. */
  readonly fetchedAt: string;
  readonly bytes: Uint8Array;
}

export interface ClientSettings {
  readonly clock: ClientClock;
  /** Scheme and host to ask instead of a provider's own: `BRIEFING_URL_<NAME>`. */
  readonly addresses: Readonly<Partial<Record<ProviderName, string>>>;
  /** Who runs this, for providers that want to know: `Jane Doe jane@example.org`. */
  readonly contact?: string;
  /** Every key in use: none of them is left in anything that is kept or said. */
  readonly secrets: readonly string[];
  readonly budget: Budget;
  /** When the whole collection ends, come what may. */
  readonly deadline: AbortSignal;
  /** Keeps an answer in the archive, before it is parsed. */
  readonly keep: (answer: Answer) => Promise<void>;
  readonly providers?: Readonly<Record<ProviderName, Provider>>;
  /** Most bytes of a body; a lifetime of daily prices has about a million. */
  readonly bodyLimit?: number;
}

const kept = [
  'content-type',
  'content-encoding',
  'content-length',
  'date',
  'last-modified',
  'etag',
  'age',
  'retry-after',
];
const tries = 3;
/** A time-out has cost seconds already: it is tried once more at most. */
const triesAfterTimeout = 2;
/** A turn that is further away than this is not waited for: the next provider is sooner. */
const longestQueue = 20_000;

/** The one HTTP client: paces, times, retries and gives up, a provider at a time, for one run. */
export class Client {
  readonly #settings: ClientSettings;
  readonly #providers: Readonly<Record<ProviderName, Provider>>;
  readonly #connections = new Connections();
  readonly #limiters = new Map<string, RateLimiter>();
  readonly #breakers = new Map<ProviderName, Breaker>();
  readonly #asked = new Map<string, Promise<Answer>>();
  readonly #turns = new Map<ProviderName, number>();
  /** Requests that were made again so far. */
  retries = 0;

  constructor(settings: ClientSettings) {
    this.#settings = settings;
    this.#providers = settings.providers ?? providers;
  }

  /** The provider's breaker. The reader of an answer reports to it whether the answer could be used. */
  breaker(provider: ProviderName): Breaker {
    const { concurrency } = this.#providers[provider].pace;
    return getOrMake(this.#breakers, provider, () => new Breaker(Math.max(2, Math.min(4, 2 * concurrency))));
  }

  /**
   * Asks a provider for a path. Answers with any status below 500 but 429 are answers: whether they can be used is
   * for their reader to say.
   *
   * @param path path and query, starting with `/`
   * @throws ProviderError
   */
  async get(
    provider: ProviderName,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const about = this.#providers[provider];
    const turn = this.#turns.get(provider) ?? 0;
    this.#turns.set(provider, turn + 1);
    const host = about.hosts[turn % about.hosts.length] ?? '';
    const url = (this.#settings.addresses[provider] ?? host).replace(/\/$/, '') + path;
    const limiter = getOrMake(this.#limiters, host, () => new RateLimiter(about.pace, this.#settings.clock));
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await limiter.run(() => this.#once(provider, about, url, headers), {
          signal: this.#settings.deadline,
          longest: longestQueue,
          useless: () => this.breaker(provider).open !== null,
        });
        await this.#settings.keep(answer);
        return answer;
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        await this.#beforeNext(provider, attempt, error);
      }
    }
  }

  /** A sentence about an answer, after its escapes were undone, in which no key is left. */
  redacted(text: string): string {
    return redactText(text, this.#settings.secrets);
  }

  /** Asks for a path once in a run, however many series it serves. @throws ProviderError */
  getOnce(provider: ProviderName, path: string): Promise<Answer> {
    return getOrMake(this.#asked, `${provider} ${path}`, () => this.get(provider, path));
  }

  async #once(
    provider: ProviderName,
    about: Provider,
    url: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const { clock, deadline, secrets, budget, contact } = this.#settings;
    const { open: given, failure } = this.breaker(provider);
    if (given !== null) throw new ProviderError('given up', given, { failure });
    if (deadline.aborted) throw new ProviderError('no time left', 'the time for collecting was over');
    if (about.daily !== undefined && !budget.take(provider, about.daily))
      throw new ProviderError('over budget', `its ${about.daily} requests for today are used up`);
    const asking = { 'user-agent': about.userAgent(contact), accept: '*/*', ...about.headers, ...headers };
    const answer = await httpGet({
      url,
      headers: asking,
      headTimeout: about.headTimeout,
      totalTimeout: about.totalTimeout,
      limit: this.#settings.bodyLimit ?? 24_000_000,
      signal: deadline,
      connections: this.#connections,
    }).catch((error: unknown) => {
      if (error instanceof ProviderError && !error.sent && about.daily !== undefined)
        budget.giveBack(provider);
      throw error;
    });
    if (answer.status === 429 || answer.status >= 500) {
      const retryAfter = retryAfterOf(answer.headers['retry-after'], answer.headers.date ?? clock.now());
      const kind = answer.status === 429 ? 'throttled' : 'server error';
      throw new ProviderError(kind, `answered ${answer.status}`, { status: answer.status, retryAfter });
    }
    // Only what was sent can be echoed; the other keys are not sought in every body.
    const echoed = secrets.filter(
      (secret) => isIn(url, secret) || Object.values(asking).some((value) => isIn(value, secret)),
    );
    return {
      provider,
      url: redactUrl(url, secrets),
      status: answer.status,
      headers: Object.fromEntries(
        Object.entries(answer.headers)
          .filter(([name]) => kept.includes(name))
          .map(([name, value]) => [name, noteOf(redactText(value, echoed))]),
      ),
      fetchedAt: clock.now(),
      bytes: redactBytes(answer.bytes, echoed),
    };
  }

  /** Waits until the next try, or throws the refusal when there is none. */
  async #beforeNext(provider: ProviderName, attempt: number, refusal: ProviderError): Promise<void> {
    const lasting: readonly string[] = ['given up', 'no time left', 'over budget', 'refused', 'too large'];
    if (lasting.includes(refusal.kind)) throw refusal;
    const breaker = this.breaker(provider);
    breaker.failed(refusal.message, refusal.failure);
    const { clock, deadline } = this.#settings;
    const pause = pauseBefore(attempt + 1, refusal.retryAfter, clock.random());
    if (pause === null) {
      const { kind, status, failure } = refusal;
      const why = breaker.trip(
        `${refusal.message} and asks to be left alone for longer than a run lasts`,
        failure,
      );
      throw new ProviderError(kind, why, { status, failure, cause: refusal });
    }
    const allowed = refusal.kind === 'time-out' ? triesAfterTimeout : tries;
    if (attempt >= allowed || breaker.open !== null || deadline.aborted) throw refusal;
    this.retries += 1;
    await clock.sleep(pause, deadline);
  }

  close(): void {
    this.#connections.close();
  }
}

const isIn = (text: string, secret: string): boolean =>
  text.includes(secret) || text.includes(encodeURIComponent(secret));

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
