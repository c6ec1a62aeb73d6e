import { nextSessions } from '../../../calendar/ahead.ts';
import { type SourceRoute, several } from '../../route.ts';
import { labelOf, parseFinnhub } from './parse.ts';

/** Finnhub's calendar of earnings, a request a company: of all companies it gives no more than some 1,500 rows. */
export const finnhubEarnings: SourceRoute<'events'> = {
  kind: 'events',
  source: 'finnhub',
  provider: 'finnhub',
  serves: (series) => series === 'earnings',
  async fetch(client, { session, edition }, keys) {
    const days = nextSessions(session);
    const [from, to] = [days[0] ?? session, days.at(-1) ?? session];
    const answers = await Promise.all(
      edition.basket.members.map(async (symbol) => {
        const query = new URLSearchParams({ from, to, symbol, token: keys.finnhub ?? '' });
        const answer = await client.get('finnhub', `/api/v1/calendar/earnings?${query}`);
        return [labelOf(symbol, from, to), answer] as const;
      }),
    );
    return several(answers);
  },
  parse: parseFinnhub,
};
