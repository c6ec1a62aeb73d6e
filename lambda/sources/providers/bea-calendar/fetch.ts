import { type SourceRoute, single } from '../../route.ts';
import { parseBeaCalendar } from './parse.ts';

/** The Bureau of Economic Analysis' own calendar: gross domestic product, personal income and outlays. */
export const beaCalendar: SourceRoute<'events'> = {
  kind: 'events',
  source: 'bea-calendar',
  provider: 'bea',
  serves: (series) => series === 'bea',
  fetch: async (client) =>
    single(await client.get('bea', '/news/schedule/ics/online-calendar-subscription.ics')),
  parse: parseBeaCalendar,
};
