import type { Answer } from '../http.ts';
import { packBundle } from '../parsing/bundle.ts';
import type { ParsedBars } from '../parsing/parsed.ts';
import { partOf, single, type Way } from '../way.ts';
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
    const answers: Answer[] = [];
    let path: string | null =
      `/v2/aggs/ticker/${encodeURIComponent(series)}/range/1/day/${from}/${through}?adjusted=true&sort=asc&limit=50000`;
    while (path !== null && answers.length < mostPages) {
      const answer: Answer = await client.get('massive', path, headers);
      answers.push(answer);
      path = answer.status === 200 ? nextPage(answer.bytes) : null;
    }
    const [first] = answers;
    if (first === undefined || answers.length === 1) return single(first as Answer);
    const parts = answers.map((answer, i) => partOf(answer, `page ${i + 1}`));
    return {
      ...single(first),
      bytes: packBundle(parts),
      status: answers.find((answer) => answer.status !== 200)?.status ?? 200,
    };
  },
  parse: parseMassive,
};
