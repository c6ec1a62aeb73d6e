import { type SourceRoute, single } from '../../route.ts';
import { parsePhiladelphiafed } from './parse.ts';

const path = '/-/media/frbp/assets/surveys-and-data/mbos/historical-data/diffusion-indexes/bos_dif.csv';

/** The origin of the Philadelphia survey. */
export const philadelphiafedMacro: SourceRoute<'macro'> = {
  kind: 'macro',
  source: 'philadelphiafed',
  provider: 'philadelphiafed',
  serves: (series) => series === 'GACDFSA066MSFRBPHI',
  fetch: async (client) => single(await client.getOnce('philadelphiafed', path)),
  parse: parsePhiladelphiafed,
};
