import { yearOf } from '../../../calendar/civil.ts';
import { type SourceRoute, single } from '../../route.ts';
import { blsSeries, parseBls } from './parse.ts';

/** Ten years without a registration key, the last one included. */
const years = 10;

/** The origin of prices and jobs; few requests a day without a key. */
export const blsMacro: SourceRoute<'macro'> = {
  kind: 'macro',
  source: 'bls',
  provider: 'bls',
  serves: (series) => series in blsSeries,
  async fetch(client, { series, through }, keys) {
    const last = yearOf(through);
    const query = new URLSearchParams({ startyear: String(last - years + 1), endyear: String(last) });
    if (keys.bls !== undefined) query.set('registrationkey', keys.bls);
    return single(await client.get('bls', `/publicAPI/v2/timeseries/data/${blsSeries[series]}?${query}`));
  },
  parse: parseBls,
};
