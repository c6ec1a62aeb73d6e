import { type SourceRoute, single } from '../../route.ts';
import { parseChicagofed } from './parse.ts';

/** The origin of the financial conditions index: its whole history in one file. */
export const chicagofedMacro: SourceRoute<'macro'> = {
  kind: 'macro',
  source: 'chicagofed',
  provider: 'chicagofed',
  serves: (series) => series === 'NFCI',
  fetch: async (client) =>
    single(await client.getOnce('chicagofed', '/-/media/publications/nfci/nfci-data-series-csv.csv')),
  parse: parseChicagofed,
};
