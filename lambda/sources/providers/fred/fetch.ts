import { addDays } from '../../../calendar/civil.ts';
import { type SeriesRequest, type SourceRoute, single } from '../../route.ts';
import { parseFred } from './parse.ts';

/**
 * Monthly and quarterly series are asked for with every value that was current in the year before the session, so
 * that the report can say since when a value is known. Daily and weekly ones, some of which revise all their history
 * every week, are asked for as they stood on the session: FRED gives no more than 100,000 rows or 2,000 vintages.
 */
const windowDays = 400;

function isSlow({ series, edition }: SeriesRequest): boolean {
  const frequency = edition.macro.find((one) => one.series === series)?.frequency;
  return frequency === 'monthly' || frequency === 'quarterly';
}

/** FRED's own API: values as they were known on the session, and when they became so. */
export const fredMacro: SourceRoute<'macro'> = {
  kind: 'macro',
  source: 'fred',
  provider: 'fred',
  serves: () => true,
  async fetch(client, asked, keys) {
    const { series, session, through } = asked;
    const query = new URLSearchParams({
      series_id: series,
      api_key: keys.fred ?? '',
      file_type: 'json',
      realtime_start: isSlow(asked) ? addDays(session, -windowDays) : through,
      realtime_end: through,
      sort_order: 'asc',
      limit: '100000',
    });
    return single(await client.get('fred', `/fred/series/observations?${query}`));
  },
  parse: parseFred,
};
