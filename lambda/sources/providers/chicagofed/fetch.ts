import type { ParsedObservations } from '../../parsing/parsed.ts';
import { single, type Way } from '../../way.ts';
import { parseChicagofed } from './parse.ts';

/** The origin of the financial conditions index: its whole history in one file. */
export const chicagofed: Way<ParsedObservations> = {
  source: 'chicagofed',
  provider: 'chicagofed',
  serves: (series) => series === 'NFCI',
  fetch: async (client) =>
    single(await client.getOnce('chicagofed', '/-/media/publications/nfci/nfci-data-series-csv.csv')),
  parse: parseChicagofed,
};
