import { nextSessions } from '../../../calendar/ahead.ts';
import { InputError } from '../../../errors.ts';
import type { Keys } from '../../../providers/keys.ts';
import type { Answer, Client } from '../../http/client.ts';
import { type SeriesRequest, type SourceRoute, several } from '../../route.ts';
import { parseFredReleases, readPage } from './parse.ts';

/** The most that FRED gives at once; a fortnight of all its releases takes about as many. */
const rowsAtOnce = 1000;
const mostPages = 5;

/** FRED's calendar of releases from the session on, the days to come included. */
export const fredReleases: SourceRoute<'events'> = {
  kind: 'events',
  source: 'fred-releases',
  provider: 'fred',
  serves: (series) => series === 'releases',
  async fetch(client, asked, keys) {
    const answers = await pages(client, asked, keys);
    return several(answers.map((answer, i) => [`page ${i + 1}`, answer]));
  },
  parse: parseFredReleases,
};

async function pages(client: Client, { session }: SeriesRequest, keys: Keys): Promise<Answer[]> {
  const until = nextSessions(session).at(-1) ?? session;
  const query = new URLSearchParams({
    api_key: keys.fred ?? '',
    file_type: 'json',
    realtime_start: session,
    realtime_end: '9999-12-31',
    include_release_dates_with_no_data: 'true',
    order_by: 'release_date',
    sort_order: 'asc',
    limit: String(rowsAtOnce),
  });
  const answers: Answer[] = [];
  for (let read = 0; answers.length < mostPages; ) {
    query.set('offset', String(read));
    const answer = await client.get('fred', `/fred/releases/dates?${query}`);
    answers.push(answer);
    const page = answer.status === 200 ? readable(answer.bytes) : null;
    if (page === null || page.rows.length === 0) break;
    read += page.rows.length;
    if (read >= page.count || (page.rows.at(-1)?.date ?? '') > until) break;
  }
  return answers;
}

/** Null for a page that cannot be read: the parser reports the error. */
function readable(bytes: Uint8Array): ReturnType<typeof readPage> | null {
  try {
    return readPage(bytes);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
