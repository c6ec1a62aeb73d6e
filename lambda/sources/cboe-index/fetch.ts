import type { Client } from '../http.ts';
import type { ParsedBars, ParsedObservations } from '../parsing/parsed.ts';
import { type Fetched, single, type Way } from '../way.ts';
import { indexOf, parseCboeIndex, parseCboeIndexCloses } from './parse.ts';

const served: readonly string[] = ['VIX', 'VIX9D', 'VIX3M', 'VIX6M', 'VVIX', 'VXN', 'RVX', 'SKEW'];

const serves = (series: string): boolean => served.includes(indexOf(series));

async function fetch(client: Client, series: string): Promise<Fetched> {
  const path = `/api/global/us_indices/daily_prices/${indexOf(series)}_History.csv`;
  return single(await client.getOnce('cboe', path));
}

/** The publisher's own files: first for volatility. */
export const cboeIndex: Way<ParsedBars> = {
  source: 'cboe-index',
  provider: 'cboe',
  serves,
  fetch: (client, { series }) => fetch(client, series),
  parse: parseCboeIndex,
};

/** The same files as the series of closes that FRED calls VIXCLS, RVXCLS … */
export const cboeIndexCloses: Way<ParsedObservations> = {
  source: 'cboe-index',
  provider: 'cboe',
  serves,
  fetch: (client, { series }) => fetch(client, series),
  parse: parseCboeIndexCloses,
};
