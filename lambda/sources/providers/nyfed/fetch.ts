import { type SourceRoute, single } from '../../route.ts';
import { nyfedRates, parseNyfed } from './parse.ts';

const paths = {
  EFFR: '/api/rates/unsecured/effr/last/30.json',
  SOFR: '/api/rates/secured/sofr/last/30.json',
} as const;

/** The origin of the overnight rates and of the target range: the last thirty days. */
export const nyfedMacro: SourceRoute<'macro'> = {
  kind: 'macro',
  source: 'nyfed',
  provider: 'nyfed',
  serves: (series) => series in nyfedRates,
  async fetch(client, { series }) {
    return single(await client.getOnce('nyfed', paths[nyfedRates[series]?.type ?? 'EFFR']));
  },
  parse: parseNyfed,
};
