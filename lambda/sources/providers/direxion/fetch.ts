import { type SourceRoute, single } from '../../route.ts';
import { parseDirexion } from './parse.ts';

/** Direxion's own list of a fund's holdings: of one day, and replaced the next. */
export const direxionHoldings: SourceRoute<'holdings'> = {
  kind: 'holdings',
  source: 'direxion',
  provider: 'direxion',
  serves: (fund) => fund === 'TNA' || fund === 'TZA',
  async fetch(client, { series }) {
    return single(await client.get('direxion', `/holdings/${series}.csv`));
  },
  parse: parseDirexion,
};
