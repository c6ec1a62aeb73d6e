import type { SourceRoute } from '../../route.ts';
import { withQuote } from '../cboe-quote/fetch.ts';
import { cboeSymbol } from '../cboe-quote/parse.ts';
import { parseCboeChart } from './parse.ts';

/** Keyless, whole lifetimes, price only; the session's bar, which it lacks for a session or two, from Cboe's quote. */
export const cboeChart: SourceRoute<'bars'> = {
  kind: 'bars',
  source: 'cboe-chart',
  provider: 'cboe',
  serves: () => true,
  givesSecondOpinion: true,
  async fetch(client, asked) {
    const path = `/api/global/delayed_quotes/charts/historical/${encodeURIComponent(cboeSymbol(asked.series))}.json`;
    const history = await client.get('cboe', path);
    return withQuote(client, asked, history, newestDate(history.bytes));
  },
  parse: parseCboeChart,
};

/** The last date that the text names; what else is in it is the parser's matter. */
function newestDate(bytes: Uint8Array): string {
  const end = new TextDecoder().decode(bytes.subarray(-2_000));
  return [...end.matchAll(/"date"\s*:\s*"(\d{4}-\d\d-\d\d)/g)].at(-1)?.[1] ?? '';
}
