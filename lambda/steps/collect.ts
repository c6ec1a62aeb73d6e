import { type HashedPayload, hashed } from '../archive/snapshots.ts';
import type { Edition } from '../editions/edition.ts';
import { ParseCache } from '../sources/parse-cache.ts';
import type { CollectRequest, Source } from '../sources/source.ts';
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
 * Asks the source for every series of the edition. Writes nothing: input that turns out bad leaves the archive
 * as it was. (A live source keeps what it receives itself, before anybody reads it.)
 *
 * @throws InputError when nothing there can be used at all
 */
export async function collect(request: CollectRequest, source: Source): Promise<Collection> {
  const { edition, now } = request;
  const payloads = await source.collect(request);
  return collectionOf({ edition, simulated: source.simulated, collectedAt: now }, payloads.map(hashed));
}

/** The same from payloads that are at hand. */
export function collectionOf(
  of: Pick<Collection, 'edition' | 'simulated' | 'collectedAt'>,
  payloads: readonly HashedPayload[],
): Collection {
  return { ...of, payloads, cache: new ParseCache(), panels: panelsOf(of.edition) };
}
