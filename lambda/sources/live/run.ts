import { InputError } from '../../errors.ts';
import type { ChainPorts } from '../chain.ts';
import { Budget } from '../http/budget.ts';
import { Client } from '../http/client.ts';
import { type Keys, secretsOf } from '../http/keys.ts';
import { ParserBug } from '../parser-bug.ts';
import { readKey } from '../parsers.ts';
import type { SourceRoute } from '../route.ts';
import type { Payload } from '../source.ts';
import type { LiveSettings } from './settings.ts';

/** Nothing new is waited for after this, so that the whole collection ends within 90 seconds. */
const patience = 75_000;

/** A series from the archive, read again. */
export interface Remembered<T> {
  readonly payload: Payload;
  readonly parsed: T;
}

/** One collection in progress: the client, the clock, and what the archive remembers. */
export class Run {
  readonly offline: boolean;
  readonly keys: Keys;
  readonly #settings: LiveSettings;
  readonly #client: Client;
  readonly #budget: Budget;
  readonly #timer: NodeJS.Timeout;

  constructor(settings: LiveSettings) {
    const deadline = new AbortController();
    this.#timer = setTimeout(() => deadline.abort(), settings.patience ?? patience);
    this.#settings = settings;
    this.#budget = new Budget(settings.used);
    this.offline = settings.offline;
    this.keys = settings.keys;
    const { clock, addresses, contact, keys, keep, providers } = settings;
    this.#client = new Client({
      clock,
      addresses,
      secrets: secretsOf(keys),
      budget: this.#budget,
      deadline: deadline.signal,
      keep,
      ...(contact === undefined ? {} : { contact }),
      ...(providers === undefined ? {} : { providers }),
    });
  }

  get ports(): ChainPorts {
    const { clock, reportBug } = this.#settings;
    return { client: this.#client, keys: this.keys, clock, reportBug };
  }

  /** Whether a fetch proves that its values were known on the date of the run's clock: not when that clock was set. */
  get provesKnowledge(): boolean {
    return !this.#settings.clockIsSet;
  }

  /** The newest payload that the archive keeps of a series, read by the route that brought it; null without one. */
  async remembered<T>(key: string, routes: readonly SourceRoute<T>[]): Promise<Remembered<T> | null> {
    const { snapshots, reportBug } = this.#settings;
    return readAgain(await snapshots.newest(key, sourcesOf(routes)), routes, reportBug);
  }

  async rememberedOfTheEvening<T>(
    key: string,
    routes: readonly SourceRoute<T>[],
  ): Promise<Remembered<T> | null> {
    const { snapshots, reportBug } = this.#settings;
    return readAgain(await snapshots.ofTheEvening(key, sourcesOf(routes)), routes, reportBug);
  }

  async end(): Promise<void> {
    clearTimeout(this.#timer);
    this.#client.close();
    if (!this.offline) await this.#settings.saveUsed(this.#budget.used());
  }
}

const sourcesOf = (routes: readonly { readonly source: string }[]): string[] =>
  routes.map(({ source }) => source);

/** Null also when it is no longer understood: it is then as good as absent. */
function readAgain<T>(
  payload: Payload | null,
  routes: readonly SourceRoute<T>[],
  reportBug: LiveSettings['reportBug'],
): Remembered<T> | null {
  const route = routes.find(({ source }) => source === payload?.source);
  if (payload === null || route === undefined) return null;
  try {
    const { series } = readKey(payload.key);
    return { payload, parsed: route.parse(payload.bytes, { series, fetchedAt: payload.fetchedAt }) };
  } catch (error) {
    if (!(error instanceof InputError)) reportBug(new ParserBug(route.source, error));
    return null;
  }
}
