import { addDays } from '../../../calendar/civil.ts';
import { newYorkInstant } from '../../../calendar/new-york.ts';
import { type SourceRoute, single } from '../../route.ts';
import { parseYahoo } from './parse.ts';

const seconds = (instant: string): number => Date.parse(instant) / 1000;

/** Keyless and complete, and so the first to be asked; refuses by the wave. */
export const yahooBars: SourceRoute<'bars'> = {
  kind: 'bars',
  source: 'yahoo',
  provider: 'yahoo',
  serves: () => true,
  async fetch(client, { series, from, through }) {
    const query = new URLSearchParams({
      period1: String(seconds(`${from}T00:00:00Z`)),
      period2: String(seconds(newYorkInstant(addDays(through, 1), '04:00')) - 4 * 3600),
      interval: '1d',
      events: 'div,splits,capitalGains',
      includePrePost: 'false',
    });
    return single(await client.get('yahoo', `/v8/finance/chart/${encodeURIComponent(series)}?${query}`));
  },
  parse: parseYahoo,
};
