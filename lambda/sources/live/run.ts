import { InputError } from '../../errors.ts';
import { type Keys, secretsOf } from '../../providers/keys.ts';
import type { ChainPorts } from '../chain.ts';
import { Budget } from '../http/budget.ts';
import { Client } from '../http/client.ts';
import { ParserBug } from '../parser-bug.ts';
import { parseCached } from '../parsing/parse-cached.ts';
import type { SeriesKind } from '../parsing/parsed.ts';
import type { SeriesRequest, SourceRoute } from '../route.ts';
import type { Payload } from '../source.ts';
import type { Cached, SeriesCache, SeriesRules } from './rules.ts';
import type { LiveSettings } from './settings.ts';

/** Nothing new is waited for after this, so that the whole collection ends within 90 seconds. */
const patience = 75_000;

/** One collection in progress: the client, the clock, and what the archive remembers. */
export class CollectionRun {
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

  /** Requests that were made again so far. */
  get retries(): number {
    return this.#client.retries;
  }

  get ports(): ChainPorts {
    const { clock, reportBug } = this.#settings;
    return { client: this.#client, keys: this.keys, clock, reportBug };
  }

  /** Whether a fetch proves that its values were known on the date of the run's clock: not when that clock was set. */
  get provesKnowledge(): boolean {
    return !this.#settings.clockIsSet;
  }

  /** What earlier runs kept of a series, read by the route that brought it. */
  cacheOf<K extends SeriesKind>(
    key: string,
    routes: readonly SourceRoute<K>[],
    rules: Pick<SeriesRules<K>, 'check'>,
    asked: SeriesRequest,
  ): SeriesCache<K> {
    const { snapshots, reportBug } = this.#settings;
    const sources = routes.map(({ source }) => source);
    const read = (payload: Payload | null) => readAgain(payload, routes, rules, asked, reportBug);
    let newest: Promise<Cached<K> | null> | undefined;
    return {
      newest() {
        newest ??= snapshots.newest(key, sources).then(read);
        return newest;
      },
      ofTheEvening: async () => read(await snapshots.ofTheEvening(key, sources)),
    };
  }

  async end(): Promise<void> {
    clearTimeout(this.#timer);
    this.#client.close();
    if (!this.offline) await this.#settings.saveUsed(this.#budget.used());
  }
}

/** Null also when it can no longer be read: it is then as good as absent. */
function readAgain<K extends SeriesKind>(
  payload: Payload | null,
  routes: readonly SourceRoute<K>[],
  rules: Pick<SeriesRules<K>, 'check'>,
  asked: SeriesRequest,
  reportBug: LiveSettings['reportBug'],
): Cached<K> | null {
  const route = routes.find(({ source }) => source === payload?.source);
  if (payload === null || route === undefined) return null;
  try {
    const { fetchedAt } = payload;
    const parsed = parseCached(route.parse, payload.bytes, { series: asked.series, fetchedAt });
    route.check?.(parsed, asked);
    rules.check?.(parsed, asked);
    return { payload, parsed };
  } catch (error) {
    if (!(error instanceof InputError)) reportBug(new ParserBug(route.source, error));
    return null;
  }
}
