import type { ParsedBars } from '../../parsing/parsed.ts';
import { type SourceRoute, single } from '../../route.ts';
import { parseTiingo } from './parse.ts';

/** Tiingo has funds and companies, no index levels. */
export const tiingo: SourceRoute<ParsedBars> = {
  source: 'tiingo',
  provider: 'tiingo',
  needs: (keys) => (keys.tiingo === undefined ? 'TIINGO_API_KEY' : null),
  serves: (series) => !series.startsWith('^'),
  async fetch(client, { series, from, through }, keys) {
    const query = new URLSearchParams({
      startDate: from,
      endDate: through,
      format: 'json',
      resampleFreq: 'daily',
    });
    const headers = { authorization: `Token ${keys.tiingo}`, 'content-type': 'application/json' };
    return single(
      await client.get('tiingo', `/tiingo/daily/${encodeURIComponent(series)}/prices?${query}`, headers),
    );
  },
  parse: parseTiingo,
};
