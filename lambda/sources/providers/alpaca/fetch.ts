import { addDays } from '../../../calendar/civil.ts';
import { compareInstants, newYorkInstant } from '../../../calendar/new-york.ts';
import type { Answer, Client } from '../../http/client.ts';
import { packBundle } from '../../parsing/bundle.ts';
import { partOf, type SeriesRequest, type SourceRoute } from '../../route.ts';
import { alpacaNextPage, parseAlpaca } from './parse.ts';

/** The free plan refuses the last 15 minutes of consolidated prices; one more for the clocks. */
const embargo = 16 * 60_000;

/** More pages than a lifetime of days needs: a server that never ends is left. */
const mostPages = 12;

/** Two histories: adjusted for splits (prices, volume) and for all (the adjusted close). */
export const alpacaBars: SourceRoute<'bars'> = {
  kind: 'bars',
  source: 'alpaca',
  provider: 'alpaca',
  serves: (series) => !series.startsWith('^'),
  givesSecondOpinion: true,
  async fetch(client, asked, keys) {
    const headers = {
      'apca-api-key-id': keys.alpaca?.id ?? '',
      'apca-api-secret-key': keys.alpaca?.secret ?? '',
    };
    const [split, all] = await Promise.all([
      pages(client, asked, 'split', headers),
      pages(client, asked, 'all', headers),
    ]);
    const parts = [...split.map((page) => partOf(page, 'split')), ...all.map((page) => partOf(page, 'all'))];
    const [first] = split;
    return {
      bytes: packBundle(parts),
      origin: first?.url ?? '',
      fetchedAt:
        parts
          .map((part) => part.fetchedAt)
          .toSorted(compareInstants)
          .at(-1) ?? '',
      status: [...split, ...all].find((page) => page.status !== 200)?.status ?? 200,
      headers: first?.headers ?? {},
    };
  },
  parse: parseAlpaca,
};

async function pages(
  client: Client,
  { series, from, through, now }: SeriesRequest,
  adjustment: 'split' | 'all',
  headers: Readonly<Record<string, string>>,
): Promise<Answer[]> {
  const allowed = new Date(Date.parse(now) - embargo).toISOString();
  const wanted = newYorkInstant(addDays(through, 1), '03:00');
  const query = new URLSearchParams({
    symbols: series,
    timeframe: '1Day',
    start: from,
    end: Date.parse(allowed) < Date.parse(wanted) ? allowed : wanted,
    adjustment,
    feed: 'sip',
    limit: '10000',
  });
  const answers: Answer[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await client.get('alpaca', `/v2/stocks/bars?${query}`, headers);
    answers.push(answer);
    const next = answer.status === 200 ? alpacaNextPage(answer.bytes) : null;
    if (next === null) return answers;
    query.set('page_token', next);
  }
  return answers;
}
