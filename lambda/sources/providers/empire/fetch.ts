import type { ParsedObservations } from '../../parsing/parsed.ts';
import { single, type Way } from '../../way.ts';
import { parseEmpire } from './parse.ts';

const path = '/medialibrary/media/survey/empire/data/esms_seasonallyadjusted_diffusion.csv';

/** The origin of the Empire State survey. */
export const empire: Way<ParsedObservations> = {
  source: 'empire',
  provider: 'empire',
  serves: (series) => series === 'GACDISA066MSFRBNY',
  fetch: async (client) => single(await client.getOnce('empire', path)),
  parse: parseEmpire,
};
