import { type SourceRoute, single } from '../../route.ts';
import { parseBoardCalendar } from './parse.ts';

/** The Federal Reserve Board's own calendar. */
export const boardCalendar: SourceRoute<'events'> = {
  kind: 'events',
  source: 'board-calendar',
  provider: 'board',
  serves: (series) => series === 'fed',
  fetch: async (client) => single(await client.get('board', '/json/calendar.json')),
  parse: parseBoardCalendar,
};
