import type { Client } from '../../http/client.ts';
import { ProviderError } from '../../http/provider-error.ts';
import type { ParsedObservations } from '../../parsing/parsed.ts';
import { type Fetched, type SourceRoute, single } from '../../route.ts';
import { parseFredgraph } from './parse.ts';

const pathOf = (series: readonly string[]): string =>
  `/graph/fredgraph.csv?id=${series.map(encodeURIComponent).join(',')}`;

/**
 * The download behind FRED's charts: keyless, newest values only.
 *
 * @param together series that are asked for in one request, all of one frequency: of several frequencies FRED makes a
 *   zip. One unknown name among them turns the answer into a 404, so what fails together is asked for alone.
 */
export const fredgraph = (together: readonly string[] = []): SourceRoute<ParsedObservations> => ({
  source: 'fredgraph',
  provider: 'fredgraph',
  serves: () => true,
  async fetch(client, { series }) {
    const shared =
      together.length > 1 && together.includes(series) ? await inOneRequest(client, series, together) : null;
    return shared ?? single(await client.get('fredgraph', pathOf([series])));
  },
  parse: parseFredgraph,
});

/** Null when the answer for all of them does not hold this one. */
async function inOneRequest(
  client: Client,
  series: string,
  together: readonly string[],
): Promise<Fetched | null> {
  try {
    const answer = await client.getOnce('fredgraph', pathOf(together));
    const [header = ''] = new TextDecoder().decode(answer.bytes.subarray(0, 2_000)).split('\n', 1);
    return answer.status === 200 && header.trim().split(',').includes(series) ? single(answer) : null;
  } catch (error) {
    if (error instanceof ProviderError) return null;
    throw error;
  }
}
