import type { Edition } from '../editions/edition.ts';
import { ParseCache } from '../sources/parse-cache.ts';
import type { ReportBug } from '../sources/parser-bug.ts';
import type { HashedPayload } from '../sources/source.ts';
import { type Panels, panelsOf } from './panels.ts';

/** What was collected for one session or many: each payload read once, whatever derives from it made once. */
export interface Collection {
  readonly edition: Edition;
  readonly simulated: boolean;
  readonly collectedAt: string;
  readonly payloads: readonly HashedPayload[];
  readonly cache: ParseCache;
  readonly panels: Panels;
}

/**
 * A collection of payloads that are at hand.
 * @param reportBug called with a parser's unexpected exception; the payload is then one that cannot be used
 */
export function collectionOf(
  of: Pick<Collection, 'edition' | 'simulated' | 'collectedAt'>,
  payloads: readonly HashedPayload[],
  reportBug?: ReportBug,
): Collection {
  return { ...of, payloads, cache: new ParseCache(reportBug), panels: panelsOf(of.edition) };
}
