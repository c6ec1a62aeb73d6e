import { addDays } from '../../../calendar/civil.ts';
import { newYorkInstant } from '../../../calendar/new-york.ts';
import type { Client } from '../../http/client.ts';
import { type Fetched, type SourceRoute, single } from '../../route.ts';
import { futureSymbol, parseYahooFuture } from './futures.parse.ts';
import { parseYahoo } from './parse.ts';

const seconds = (instant: string): number => Date.parse(instant) / 1000;

/** Keyless and complete, and so the first to be asked; refuses by the wave. */
export const yahooBars: SourceRoute<'bars'> = {
  kind: 'bars',
  source: 'yahoo',
  provider: 'yahoo',
  serves: () => true,
  fetch: (client, { series, from, through }) => chartOf(client, series, from, through),
  parse: parseYahoo,
};

/** Days before the session that are asked for: enough for the newest price and to see that it moves. */
const daysOfFutures = 14;

/** Of a contract on the federal funds rate. Yahoo has none that has expired. */
export const yahooFutures: SourceRoute<'futures'> = {
  kind: 'futures',
  source: 'yahoo',
  provider: 'yahoo',
  serves: () => true,
  fetch: (client, { series, session, through }) =>
    chartOf(client, futureSymbol(series), addDays(session, -daysOfFutures), through),
  parse: parseYahooFuture,
};

async function chartOf(client: Client, symbol: string, from: string, through: string): Promise<Fetched> {
  const query = new URLSearchParams({
    period1: String(seconds(`${from}T00:00:00Z`)),
    period2: String(seconds(newYorkInstant(addDays(through, 1), '04:00')) - 4 * 3600),
    interval: '1d',
    events: 'div,splits,capitalGains',
    includePrePost: 'false',
  });
  return single(await client.get('yahoo', `/v8/finance/chart/${encodeURIComponent(symbol)}?${query}`));
}
