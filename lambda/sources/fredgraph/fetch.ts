import type { ParsedObservations } from '../parsing/parsed.ts';
import { single, type Way } from '../way.ts';
import { parseFredgraph } from './parse.ts';

/** The download behind FRED's charts: keyless, newest values only. */
export const fredgraph: Way<ParsedObservations> = {
  source: 'fredgraph',
  provider: 'fredgraph',
  serves: () => true,
  async fetch(client, { series }) {
    return single(await client.get('fredgraph', `/graph/fredgraph.csv?id=${encodeURIComponent(series)}`));
  },
  parse: parseFredgraph,
};
