import { type SourceRoute, single } from '../../route.ts';
import { parseEmpire } from './parse.ts';

const path = '/medialibrary/media/survey/empire/data/esms_seasonallyadjusted_diffusion.csv';

/** The origin of the Empire State survey. */
export const empireMacro: SourceRoute<'macro'> = {
  kind: 'macro',
  source: 'empire',
  provider: 'empire',
  serves: (series) => series === 'GACDISA066MSFRBNY',
  fetch: async (client) => single(await client.getOnce('empire', path)),
  parse: parseEmpire,
};
