import type { RateLimit } from './http/rate-limiter.ts';

/** The providers outside, by the name that `BRIEFING_URL_<NAME>` and the archive use. */
export const providerNames = [
  'yahoo',
  'tiingo',
  'alpaca',
  'massive',
  'cboe',
  'fred',
  'fredgraph',
  'treasury',
  'nyfed',
  'bls',
  'sec',
  'direxion',
  'ishares',
  'nasdaq',
  'finnhub',
  'blsdates',
  'bea',
  'board',
  'chicagofed',
  'empire',
  'philadelphiafed',
  'michigan',
] as const;

export type ProviderName = (typeof providerNames)[number];

export interface Provider {
  readonly title: string;
  /** Scheme and host; with several, requests are spread over them, each with a queue of its own. */
  readonly hosts: readonly string[];
  readonly pace: RateLimit;
  /** Milliseconds until the answer's head is there, and until its body is complete. */
  readonly headTimeout: number;
  readonly totalTimeout: number;
  /** Requests a day that its free plan bears; absent where there is no daily limit. */
  readonly daily?: number;
  /**
   * What it is told of who asks. Each guards itself by this header in its own way, and only those that ask for an
   * address get the contact.
   */
  readonly userAgent: UserAgent;
  /** Browser-like headers that it wants beside the User-Agent. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What may be done with its data, in one line for the sources page. */
  readonly terms: string;
}

type UserAgent = (contact: string | undefined) => string;

/** The form that browsers' sites expect of a program that says who it is. */
const compatible: UserAgent = () => 'Mozilla/5.0 (compatible; smallcap-briefing/1)';
/** FRED's guard holds up whatever calls itself a browser, and lets a plain name with an address pass. */
const addressed: UserAgent = (contact) =>
  contact === undefined ? 'smallcap-briefing/1' : `smallcap-briefing/1 (${contact})`;
/** Public offices without such a guard. */
const plain: UserAgent = () => 'smallcap-briefing/1';
/** The SEC demands a name and a mail address, and turns away who gives none. */
const declared: UserAgent = (contact) => `smallcap-briefing ${contact ?? 'contact not configured'}`;
/** Nasdaq answers browsers only. */
const browser: UserAgent = () =>
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

const patient = { headTimeout: 10_000, totalTimeout: 15_000 };
const quick = { headTimeout: 6_000, totalTimeout: 12_000 };
/** Publishers with one series each, asked for one file when FRED has failed. */
const oneFile = { pace: { concurrency: 1, spacing: 1_000 }, ...quick };

/** Limits and terms: the page on providers in docs/, each with what it rests on. */
export const providers: Readonly<Record<ProviderName, Provider>> = {
  yahoo: {
    userAgent: compatible,
    title: 'Yahoo Finance',
    hosts: ['https://query1.finance.yahoo.com', 'https://query2.finance.yahoo.com'],
    // Half of what banned others for minutes; docs/providers.md.
    pace: { concurrency: 2, spacing: 700 },
    ...quick,
    terms: 'personal use, no redistribution',
  },
  tiingo: {
    userAgent: compatible,
    title: 'Tiingo',
    hosts: ['https://api.tiingo.com'],
    pace: { concurrency: 4, spacing: 100 },
    ...quick,
    daily: 900,
    terms: 'free plan: internal, non-commercial use',
  },
  alpaca: {
    userAgent: compatible,
    title: 'Alpaca',
    hosts: ['https://data.alpaca.markets'],
    pace: { concurrency: 4, spacing: 300 },
    ...quick,
    terms: 'account holder only, no redistribution',
  },
  massive: {
    userAgent: compatible,
    title: 'Massive',
    hosts: ['https://api.massive.com'],
    pace: { concurrency: 1, spacing: 12_500 },
    ...quick,
    terms: 'free plan: personal use',
  },
  cboe: {
    userAgent: compatible,
    title: 'Cboe',
    hosts: ['https://cdn.cboe.com'],
    // 45 a minute were answered, of 60 a third refused (docs/providers.md); a bucket for an address, others may share it.
    pace: { concurrency: 3, spacing: 350, perMinute: 42 },
    ...quick,
    terms: 'internal use with attribution to Cboe',
  },
  fred: {
    userAgent: plain,
    title: 'FRED',
    hosts: ['https://api.stlouisfed.org'],
    pace: { concurrency: 4, spacing: 150 },
    ...quick,
    terms: 'uses the FRED API, not endorsed or certified by the Federal Reserve Bank of St. Louis',
  },
  fredgraph: {
    userAgent: addressed,
    title: 'FRED graph',
    hosts: ['https://fred.stlouisfed.org'],
    pace: { concurrency: 4, spacing: 250 },
    ...patient,
    terms: 'attribution to FRED; some series are their publishers own',
  },
  treasury: {
    userAgent: plain,
    title: 'US Treasury',
    hosts: ['https://home.treasury.gov'],
    pace: { concurrency: 2, spacing: 300 },
    ...patient,
    terms: 'public domain',
  },
  nyfed: {
    userAgent: plain,
    title: 'New York Fed',
    hosts: ['https://markets.newyorkfed.org'],
    pace: { concurrency: 2, spacing: 200 },
    ...quick,
    terms: 'attribution to the New York Fed',
  },
  bls: {
    userAgent: addressed,
    title: 'BLS',
    hosts: ['https://api.bls.gov'],
    pace: { concurrency: 2, spacing: 300 },
    ...quick,
    daily: 25,
    terms: 'public domain',
  },
  sec: {
    userAgent: declared,
    title: 'SEC EDGAR',
    hosts: ['https://data.sec.gov'],
    pace: { concurrency: 2, spacing: 150 },
    ...quick,
    terms: 'public domain',
  },
  direxion: {
    userAgent: compatible,
    title: 'Direxion',
    hosts: ['https://www.direxion.com'],
    pace: { concurrency: 1, spacing: 1_000 },
    ...quick,
    headers: {
      'sec-fetch-mode': 'navigate',
      referer: 'https://www.direxion.com/product/daily-small-cap-bull-bear-3x-etfs',
    },
    terms: 'personal use',
  },
  ishares: {
    userAgent: compatible,
    title: 'iShares',
    hosts: ['https://www.blackrock.com'],
    pace: { concurrency: 1, spacing: 1_000 },
    ...quick,
    terms: 'personal use',
  },
  nasdaq: {
    userAgent: browser,
    title: 'Nasdaq',
    hosts: ['https://api.nasdaq.com'],
    pace: { concurrency: 2, spacing: 300 },
    headTimeout: 5_000,
    totalTimeout: 8_000,
    daily: 60,
    headers: {
      accept: 'application/json, text/plain, */*',
      'accept-language': 'en-US,en;q=0.9',
      referer: 'https://www.nasdaq.com/',
    },
    terms: 'unofficial, personal use',
  },
  finnhub: {
    userAgent: compatible,
    title: 'Finnhub',
    hosts: ['https://finnhub.io'],
    pace: { concurrency: 2, spacing: 200 },
    ...quick,
    terms: 'free plan: personal use',
  },
  blsdates: {
    // It turned browsers and bare programs away, and answered a name with an address.
    userAgent: addressed,
    title: 'BLS schedule',
    hosts: ['https://www.bls.gov'],
    pace: { concurrency: 1, spacing: 1_000 },
    ...quick,
    terms: 'public domain',
  },
  bea: {
    userAgent: plain,
    title: 'BEA schedule',
    hosts: ['https://www.bea.gov'],
    pace: { concurrency: 1, spacing: 1_000 },
    ...quick,
    terms: 'public domain',
  },
  board: {
    userAgent: plain,
    title: 'Federal Reserve Board',
    hosts: ['https://www.federalreserve.gov'],
    pace: { concurrency: 1, spacing: 1_000 },
    ...quick,
    terms: 'public domain',
  },
  chicagofed: {
    userAgent: plain,
    title: 'Chicago Fed',
    hosts: ['https://www.chicagofed.org'],
    ...oneFile,
    terms: 'attribution to the Chicago Fed',
  },
  empire: {
    userAgent: plain,
    title: 'New York Fed, Empire State survey',
    hosts: ['https://www.newyorkfed.org'],
    ...oneFile,
    terms: 'attribution to the New York Fed',
  },
  philadelphiafed: {
    userAgent: plain,
    title: 'Philadelphia Fed',
    hosts: ['https://www.philadelphiafed.org'],
    ...oneFile,
    terms: 'attribution to the Philadelphia Fed',
  },
  michigan: {
    userAgent: plain,
    title: 'University of Michigan',
    hosts: ['https://www.sca.isr.umich.edu'],
    ...oneFile,
    terms: 'copyright of the University of Michigan, no redistribution',
  },
};
