/** How often and how long a provider may be asked. */
export interface RateLimit {
  /** Requests in flight at once. */
  readonly concurrency: number;
  /** Milliseconds between the starts of two requests. */
  readonly spacing: number;
  /** Requests that it accepts within a minute, for an address that refuses more; absent where spacing alone is enough. */
  readonly perMinute?: number;
}

/**
 * What is known of a provider: data, so that the rooms above `sources` (the settings of a deployment, the terms on the
 * page) can read it too. Every list of providers, keys, limits or terms is derived from these.
 */
export interface Provider {
  /** In lower case: as `BRIEFING_URL_<NAME>`, receipts and the count of requests have it. */
  readonly name: string;
  readonly title: string;
  /** Scheme and host; with several, requests are spread over them, each with a queue of its own. */
  readonly hosts: readonly string[];
  readonly pace: RateLimit;
  /** Milliseconds until the answer's head is there, and until its body is complete. */
  readonly headTimeout: number;
  readonly totalTimeout: number;
  /** Requests a day that its free plan allows; absent where there is no daily limit. */
  readonly daily?: number;
  /**
   * Its User-Agent header. Each provider filters by it differently; only those that ask for an address get the contact.
   */
  readonly userAgent: UserAgent;
  /** Browser-like headers that it wants beside the User-Agent. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Its key; absent where it takes none. */
  readonly key?: ProviderKey;
  /** What may be done with its data, in one line for docs/providers.md. */
  readonly terms: string;
  /** The sentence that a page with its data carries; absent where the sentence of the series' publisher says it. */
  readonly attribution?: string;
  /** By the names that payloads and figures cite it under: what the key adds there, where it has one. */
  readonly sources: Readonly<Record<string, { readonly keyAdds?: string }>>;
}

export interface ProviderKey {
  /** The environment variable that holds it, or one for each of its parts. */
  readonly variable: string | Readonly<Record<string, string>>;
  /** Whether it answers without the key too, if to less. */
  readonly optional?: true;
  /** Other first words that its variables are looked for under. */
  readonly alsoCalled?: readonly string[];
}

type UserAgent = (contact: string | undefined) => string;

/** The form that browsers' sites expect of a program that says who it is. */
export const compatible: UserAgent = () => 'Mozilla/5.0 (compatible; smallcap-briefing/1)';
/** FRED's guard holds up whatever calls itself a browser, and lets a plain name with an address pass. */
export const addressed: UserAgent = (contact) =>
  contact === undefined ? 'smallcap-briefing/1' : `smallcap-briefing/1 (${contact})`;
/** Public offices without such a guard. */
export const plainAgent: UserAgent = () => 'smallcap-briefing/1';
/** The SEC demands a name and a mail address, and turns away who gives none. */
export const declared: UserAgent = (contact) => `smallcap-briefing ${contact ?? 'contact not configured'}`;
/** Nasdaq answers browsers only. */
export const browser: UserAgent = () =>
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

export const patient = { headTimeout: 10_000, totalTimeout: 15_000 } as const;
export const quick = { headTimeout: 6_000, totalTimeout: 12_000 } as const;
/** Publishers that are asked for one file in a run. */
export const oneFile = { pace: { concurrency: 1, spacing: 1_000 }, ...quick } as const;

/** Sentences that several providers share; a page has each once. */
export const attributions = {
  fred: 'This product uses the FRED® API but is not endorsed or certified by the Federal Reserve Bank of St. Louis.',
  cboe: 'Prices from Cboe are delayed and for personal use, not for redistribution.',
  earnings: 'Earnings dates from Nasdaq and Finnhub are for personal use, not for redistribution.',
  keyed: 'Prices from a keyed provider are for the internal use of the key’s holder.',
} as const;
