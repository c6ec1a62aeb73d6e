import { type SourceRoute, single } from '../../route.ts';
import { parseBlsCalendar } from './parse.ts';

/** The Bureau of Labor Statistics' own calendar: jobs, prices, openings, labour costs, with their hours. */
export const blsCalendar: SourceRoute<'events'> = {
  kind: 'events',
  source: 'bls-calendar',
  provider: 'blsdates',
  serves: (series) => series === 'bls',
  fetch: async (client) => single(await client.get('blsdates', '/schedule/news_release/bls.ics')),
  parse: parseBlsCalendar,
};
