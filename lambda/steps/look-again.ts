import type { Archive } from '../archive/archive.ts';
import { hashed } from '../archive/snapshots.ts';
import type { Edition } from '../editions/edition.ts';
import { NothingReceived } from '../errors.ts';
import type { Snapshot } from '../series/snapshot.ts';
import type { CollectRequest, HashedPayload, Payload, Source } from '../sources/source.ts';
import { type Collection, collectionOf } from './collection.ts';
import { restoreSnapshot } from './restore.ts';

/**
 * A session collected once more in the same run, for what was late: everything else is taken as the look before kept
 * it. The required series are asked for together, since their prices are held against each other.
 *
 * @param id of the snapshot that the look before kept
 * @throws ArchiveError when that snapshot is not there
 */
export async function lookAgain(
  request: CollectRequest,
  id: string,
  { source, archive }: { readonly source: Source; readonly archive: Archive },
): Promise<Collection> {
  const { edition, session, now } = request;
  const { snapshot, collection } = await restoreSnapshot(archive, { edition, session, id }, source.reportBug);
  const received = await receivedOf({ ...request, edition: lateOf(edition, snapshot) }, source);
  if (received === null) return collection;
  const merged = mergedOf(collection.payloads, received.map(hashed));
  return collectionOf({ edition, simulated: source.simulated, collectedAt: now }, merged, source.reportBug);
}

/** The part of an edition that a snapshot has not as of its session, and all that is required. */
export function lateOf(edition: Edition, { provenance }: Pick<Snapshot, 'provenance'>): Edition {
  const served = new Set(
    provenance.filter(({ status }) => status === 'fresh' || status === 'proxy').map(({ key }) => key),
  );
  const late = (key: string) => !served.has(key);
  return {
    ...edition,
    symbols: edition.symbols.filter(
      ({ symbol }) => edition.required.includes(symbol) || late(`bars:${symbol}`),
    ),
    macro: edition.macro.filter(({ series }) => late(`macro:${series}`)),
    filers: edition.filers.filter(({ symbol }) =>
      ['filings', 'income', 'shares', 'results'].some((kind) => late(`${kind}:${symbol}`)),
    ),
    holdings: edition.holdings.filter((fund) => late(`holdings:${fund}`)),
    valued: edition.valued.filter(({ fund }) => late(`valuation:${fund}`)),
  };
}

/** What came; null when no provider gave anything, so that all stays as it was. */
async function receivedOf(request: CollectRequest, source: Source): Promise<readonly Payload[] | null> {
  try {
    return await source.collect(request);
  } catch (error) {
    if (error instanceof NothingReceived) return null;
    throw error;
  }
}

/** What was received now in place of what was received before; the same bytes again are no news. */
function mergedOf(before: readonly HashedPayload[], now: readonly HashedPayload[]): readonly HashedPayload[] {
  const known = new Map(before.map((payload) => [payload.key, payload]));
  const absent = now.flatMap(({ flags = [] }) => flags.filter(isAbsence));
  const merged = new Map(before.map((payload) => [payload.key, withoutAbsences(payload)]));
  for (const payload of now)
    if (known.get(payload.key)?.raw !== payload.raw) merged.set(payload.key, withoutAbsences(payload));
  const [first, ...others] = merged.values();
  if (first === undefined || absent.length === 0) return [...merged.values()];
  return [{ ...first, flags: [...(first.flags ?? []), ...absent] }, ...others];
}

/** Which series no provider gave is said with the first payload of a look, and is true of that look only. */
const isAbsence = ({ code }: NonNullable<Payload['flags']>[number]): boolean => code === 'not-received';

function withoutAbsences({ flags = [], ...payload }: HashedPayload): HashedPayload {
  const kept = flags.filter((flag) => !isAbsence(flag));
  return kept.length === 0 ? payload : { ...payload, flags: kept };
}
