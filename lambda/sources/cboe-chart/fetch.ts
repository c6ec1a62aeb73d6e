import type { ParsedBars } from '../parsing/parsed.ts';
import { single, type Way } from '../way.ts';
import { cboeSymbol, parseCboeChart } from './parse.ts';

/** Keyless, whole lifetimes, price only; its newest row may lag a session or two. */
export const cboeChart: Way<ParsedBars> = {
  source: 'cboe-chart',
  provider: 'cboe',
  serves: () => true,
  async fetch(client, { series }) {
    const path = `/api/global/delayed_quotes/charts/historical/${encodeURIComponent(cboeSymbol(series))}.json`;
    return single(await client.get('cboe', path));
  },
  parse: parseCboeChart,
};
