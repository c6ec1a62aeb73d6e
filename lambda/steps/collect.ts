import type { Archive } from '../archive/archive.ts';
import { checkEdition } from '../archive/edition.ts';
import { hashed } from '../archive/snapshots.ts';
import type { SeriesReceived } from '../catalogue/runs.ts';
import { NothingReceived } from '../errors.ts';
import { shortfalls } from '../quality/gate.ts';
import type { CollectRequest, Source } from '../sources/source.ts';
import { type Collection, collectionOf } from './collection.ts';
import { lookAgain } from './look-again.ts';
import { seriesReceived } from './series-received.ts';
import { snapshotOf, snapshotWriter } from './snapshot.ts';

/** What a collection left in the archive for the steps after it. */
export interface Collected {
  /** The snapshot, stored with its payloads; null when no source gave anything at all. */
  readonly snapshot: string | null;
  /** Whether a required series does not serve the session yet, so that asking again later may help. */
  readonly late: boolean;
  /** What is missing, a sentence each. */
  readonly missing: readonly string[];
  /** How often the run looked, with this time. */
  readonly looks: number;
  /** How the series came, over all looks; null when nothing came. */
  readonly series: SeriesReceived | null;
}

/** What an attempt before of the same run left. */
export interface Looked {
  readonly snapshot: string | null;
  readonly looks: number;
  readonly series?: SeriesReceived | null | undefined;
}

/**
 * Asks the source for every series of the edition. Writes nothing: input that turns out bad leaves the archive
 * as it was. (A live source stores what it receives itself, before it is parsed.)
 *
 * @throws InputError when nothing there can be used at all
 */
export async function collect(request: CollectRequest, source: Source): Promise<Collection> {
  const { edition, now } = request;
  const payloads = await source.collect(request);
  const of = { edition, simulated: source.simulated, collectedAt: now };
  return collectionOf(of, payloads.map(hashed), source.reportBug);
}

/**
 * Collects a session for steps that have only the archive in common, and stores it whether it is complete or not: what
 * came in an evening is what was known that evening.
 * @param before what an earlier attempt of the same run stored: only what it lacks is asked for
 * @throws UsageError when the archive is another edition's @throws InputError when a payload cannot serve the session
 * @throws ArchiveError
 */
export async function collectAndStore(
  request: CollectRequest,
  { source, archive }: { readonly source: Source; readonly archive: Archive },
  before: Looked | null = null,
): Promise<Collected> {
  await checkEdition(archive, request.edition.id);
  const collection =
    before === null || before.snapshot === null
      ? await collectOrNothing(request, source)
      : await lookAgain(request, before.snapshot, { source, archive });
  const looks = (before?.looks ?? 0) + 1;
  if (typeof collection === 'string')
    return { snapshot: null, late: true, missing: [collection], looks, series: null };
  const { snapshot, document } = await snapshotOf(collection, request.session, archive);
  const kept = await snapshotWriter(collection, archive)(document);
  const short = shortfalls(request.edition, request.session, snapshot);
  const series = seriesReceived(snapshot, collection, source, before?.series ?? null);
  return { snapshot: kept.id, late: short.length > 0, missing: short.map(({ text }) => text), looks, series };
}

/** The collection, or why there is nothing in it: a network that is down may be up when it is asked again. */
async function collectOrNothing(request: CollectRequest, source: Source): Promise<Collection | string> {
  try {
    return await collect(request, source);
  } catch (error) {
    if (error instanceof NothingReceived) return error.message;
    throw error;
  }
}
