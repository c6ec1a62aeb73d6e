import type { Client } from '../../http/client.ts';
import { ProviderError } from '../../http/provider-error.ts';
import { type Fetched, type SeriesRequest, type SourceRoute, single } from '../../route.ts';
import { cboeIndexCloses } from '../cboe-index/fetch.ts';
import { parseFredgraph } from './parse.ts';

const pathOf = (series: readonly string[]): string =>
  `/graph/fredgraph.csv?id=${series.map(encodeURIComponent).join(',')}`;

/**
 * Series of which their publisher shows three rolling years only: they grow in our own archive. The keyless download
 * comes first for them, so that the answers that grow together are of one kind.
 */
export const isGrowing = (series: string): boolean => series.startsWith('BAML');

/**
 * The series of the edition that FRED's download gives in one answer with this one: those of its frequency, for of
 * several FRED makes a zip. A series that grows in the archive is asked for alone, and one whose publisher comes first is
 * not asked for with others. One unknown name turns the answer into a 404, so what fails together is asked for alone.
 */
function inOneAnswer({ series, edition }: SeriesRequest): readonly string[] {
  const spec = edition.macro.find((one) => one.series === series);
  const isAlone = (name: string) => isGrowing(name) || cboeIndexCloses.serves(name);
  if (spec === undefined || isAlone(series)) return [];
  return edition.macro
    .filter(({ frequency, weekday }) => frequency === spec.frequency && weekday === spec.weekday)
    .map((one) => one.series)
    .filter((name) => !isAlone(name));
}

/** The download behind FRED's charts: keyless, newest values only. */
export const fredgraphMacro: SourceRoute<'macro'> = {
  kind: 'macro',
  source: 'fredgraph',
  provider: 'fredgraph',
  serves: () => true,
  isFirstFor: isGrowing,
  async fetch(client, asked) {
    const { series } = asked;
    const together = inOneAnswer(asked);
    const shared = together.length > 1 ? await inOneRequest(client, series, together) : null;
    return shared ?? single(await client.get('fredgraph', pathOf([series])));
  },
  parse: parseFredgraph,
};

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
