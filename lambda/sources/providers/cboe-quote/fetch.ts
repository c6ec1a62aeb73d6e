import type { Answer, Client } from '../../http/client.ts';
import { ProviderError } from '../../http/provider-error.ts';
import { type Fetched, type SeriesRequest, several, single } from '../../route.ts';
import { cboeSymbol } from './parse.ts';

/**
 * Cboe's history, with its quote of the day where the history does not reach the session: the history lags a session or
 * two, the quote a quarter of an hour. A quote that is refused costs nothing but the session's bar.
 *
 * @param newest the newest date of the history
 */
export async function withQuote(
  client: Client,
  { series, session }: SeriesRequest,
  history: Answer,
  newest: string,
): Promise<Fetched> {
  if (history.status !== 200 || newest === '' || newest >= session) return single(history);
  try {
    const path = `/api/global/delayed_quotes/quotes/${encodeURIComponent(cboeSymbol(series))}.json`;
    const quote = await client.getOnce('cboe', path);
    if (quote.status !== 200) return single(history);
    return several([
      ['history', history],
      ['quote', quote],
    ]);
  } catch (error) {
    if (error instanceof ProviderError) return single(history);
    throw error;
  }
}
