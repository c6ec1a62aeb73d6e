import { nextSessions } from '../../../calendar/ahead.ts';
import { type SourceRoute, several } from '../../route.ts';
import { parseNasdaq } from './parse.ts';

/** Nasdaq's own calendar of earnings, a request for each of the next ten sessions. */
export const nasdaqEarnings: SourceRoute<'events'> = {
  kind: 'events',
  source: 'nasdaq',
  provider: 'nasdaq',
  serves: (series) => series === 'earnings',
  async fetch(client, { session }) {
    const days = nextSessions(session);
    const answers = await Promise.all(
      days.map(
        async (date) => [date, await client.get('nasdaq', `/api/calendar/earnings?date=${date}`)] as const,
      ),
    );
    return several(answers);
  },
  parse: parseNasdaq,
};
