import { type SourceRoute, single } from '../../route.ts';
import { parseCboeOptions } from './options.parse.ts';
import { cboeSymbol } from './parse.ts';

/** Cboe's delayed quote for the implied volatility that it states beside the price. */
export const cboeOptions: SourceRoute<'options'> = {
  kind: 'options',
  source: 'cboe-quote',
  provider: 'cboe',
  serves: () => true,
  fetch: async (client, { series }) =>
    single(
      await client.getOnce(
        'cboe',
        `/api/global/delayed_quotes/quotes/${encodeURIComponent(cboeSymbol(series))}.json`,
      ),
    ),
  parse: parseCboeOptions,
};
