import { type SourceRoute, single } from '../../route.ts';
import { parseMichigan } from './parse.ts';

/** The origin of consumer sentiment: the university's own table. */
export const michiganMacro: SourceRoute<'macro'> = {
  kind: 'macro',
  source: 'michigan',
  provider: 'michigan',
  serves: (series) => series === 'UMCSENT',
  fetch: async (client) => single(await client.getOnce('michigan', '/files/tbmics.csv')),
  parse: parseMichigan,
};
