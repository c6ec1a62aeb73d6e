import type { Answer } from '../../http/client.ts';
import { packBundle } from '../../parsing/bundle.ts';
import type { ParsedBars } from '../../parsing/parsed.ts';
import { partOf, single, type Way } from '../../way.ts';
import { nextPage, parseMassive } from './parse.ts';

const mostPages = 12;

/** Five requests a minute on the free plan: enough for the few series that matter most. */
export const massive: Way<ParsedBars> = {
  source: 'massive',
  provider: 'massive',
  needs: (keys) => (keys.massive === undefined ? 'MASSIVE_API_KEY' : null),
  serves: (series) => !series.startsWith('^'),
  async fetch(client, { series, from, through }, keys) {
    const headers = { authorization: `Bearer ${keys.massive}` };
    const path = `/v2/aggs/ticker/${encodeURIComponent(series)}/range/1/day/${from}/${through}`;
    const first = await client.get('massive', `${path}?adjusted=true&sort=asc&limit=50000`, headers);
    const answers: Answer[] = [first];
    for (let newest = first; newest.status === 200 && answers.length < mostPages; answers.push(newest)) {
      const next = nextPage(newest.bytes);
      if (next === null) break;
      newest = await client.get('massive', next, headers);
    }
    if (answers.length === 1) return single(first);
    const parts = answers.map((answer, i) => partOf(answer, `page ${i + 1}`));
    const status = answers.find((answer) => answer.status !== 200)?.status ?? 200;
    return { ...single(first), bytes: packBundle(parts), status };
  },
  parse: parseMassive,
};
