import type { Answer, Client } from '../../http/client.ts';
import { type SourceRoute, single } from '../../route.ts';
import { withQuote } from '../cboe-quote/fetch.ts';
import { cboeIndexName, parseCboeIndex, parseCboeIndexCloses } from './parse.ts';

const served: readonly string[] = ['VIX', 'VIX9D', 'VIX3M', 'VIX6M', 'VVIX', 'VXN', 'RVX', 'SKEW'];

const serves = (series: string): boolean => served.includes(cboeIndexName(series));

function fetch(client: Client, series: string): Promise<Answer> {
  const path = `/api/global/us_indices/daily_prices/${cboeIndexName(series)}_History.csv`;
  return client.getOnce('cboe', path);
}

/** The publisher's own files, which get their newest row late in the evening; until then its quote has the day. */
export const cboeIndex: SourceRoute<'bars'> = {
  kind: 'bars',
  source: 'cboe-index',
  provider: 'cboe',
  serves,
  isFirstFor: () => true,
  async fetch(client, asked) {
    const history = await fetch(client, asked.series);
    return withQuote(client, asked, history, newestDate(history.bytes));
  },
  parse: parseCboeIndex,
};

/** The same files as the series of closes that FRED calls VIXCLS, RVXCLS … */
export const cboeIndexCloses: SourceRoute<'macro'> = {
  kind: 'macro',
  source: 'cboe-index',
  provider: 'cboe',
  serves,
  fetch: async (client, { series }) => single(await fetch(client, series)),
  parse: parseCboeIndexCloses,
};

/** The date of the file's last row; empty where that is none. */
function newestDate(bytes: Uint8Array): string {
  const end = new TextDecoder().decode(bytes.subarray(-400));
  const [, month, day, year] = [...end.matchAll(/^(\d\d)\/(\d\d)\/(\d{4}),/gm)].at(-1) ?? [];
  return year === undefined ? '' : `${year}-${month}-${day}`;
}
