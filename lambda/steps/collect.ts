import { type HashedPayload, hashed } from '../archive/snapshots.ts';
import { type Panel, panelOf } from '../briefing/panel.ts';
import type { Edition } from '../editions/edition.ts';
import { assemble } from '../sources/assemble.ts';
import { ParseCache } from '../sources/parse-cache.ts';
import type { CollectRequest, Source } from '../sources/source.ts';

/** What was collected for one session or many: each payload read once, whatever derives from it made once. */
export interface Collection {
  readonly edition: Edition;
  readonly simulated: boolean;
  readonly collectedAt: string;
  readonly payloads: readonly HashedPayload[];
  readonly cache: ParseCache;
  readonly panel: Panel;
}

/**
 * Asks the source for every series of the edition and understands the answers. Writes nothing: bad input leaves
 * the archive as it was. (A live source keeps what it receives itself, before anybody parses it.)
 *
 * @throws InputError when a payload cannot be used at all
 */
export async function collect(request: CollectRequest, source: Source): Promise<Collection> {
  const payloads = (await source.collect(request)).map(hashed);
  return collectionOf(request, source.simulated, payloads);
}

/** The same from payloads that are at hand. @throws InputError */
export function collectionOf(
  { edition, session, now }: Pick<CollectRequest, 'edition' | 'session' | 'now'>,
  simulated: boolean,
  payloads: readonly HashedPayload[],
): Collection {
  const cache = new ParseCache();
  const { market, macro, provenance } = assemble({ edition, session }, payloads, cache);
  const panel = panelOf(edition, market, macro, provenance);
  return { edition, simulated, collectedAt: now, payloads, cache, panel };
}
