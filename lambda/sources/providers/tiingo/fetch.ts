import { type SourceRoute, single } from '../../route.ts';
import { parseTiingo } from './parse.ts';

/** Tiingo has funds and companies, no index levels. */
export const tiingoBars: SourceRoute<'bars'> = {
  kind: 'bars',
  source: 'tiingo',
  provider: 'tiingo',
  serves: (series) => !series.startsWith('^'),
  givesSecondOpinion: true,
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
