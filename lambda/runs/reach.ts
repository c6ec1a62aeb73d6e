import type { CollectRequest, Source } from '../sources/source.ts';
import { collect } from '../steps/collect.ts';
import type { Collection } from '../steps/collection.ts';

/** How far the required series of a source reach. */
export interface Reach {
  /** The newest session, up to the one asked for, that all of them that are there have; null where there is none. */
  readonly session: string | null;
  /** The newest session of each required symbol that is there. */
  readonly ends: ReadonlyMap<string, string>;
}

/**
 * Looks how far the required series reach, for a run about the newest session that its data have.
 * @throws InputError when nothing there can be used at all, or a required series cannot
 */
export async function reachOf(request: CollectRequest, source: Source): Promise<Reach> {
  const collection = await collect(request, source);
  const all = request.edition.required.flatMap((symbol) => {
    const sessions = sessionsOf(collection, symbol).filter((date) => date <= request.session);
    const last = sessions.at(-1);
    return last === undefined ? [] : [{ symbol, sessions: new Set(sessions), last }];
  });
  const [first] = all;
  const session = [...(first?.sessions ?? [])].findLast((date) =>
    all.every(({ sessions }) => sessions.has(date)),
  );
  return { session: session ?? null, ends: new Map(all.map(({ symbol, last }) => [symbol, last])) };
}

function sessionsOf({ payloads, cache }: Collection, symbol: string): readonly string[] {
  const payload = payloads.find(({ key }) => key === `bars:${symbol}`);
  if (payload === undefined) return [];
  const { parsed } = cache.read(payload);
  return parsed.kind === 'bars' ? parsed.bars.sessions : [];
}

/** The same in words: `IWM, SPY, QQQ end on 2025-12-31, TNA on 2025-12-26`. */
export function endsInWords({ ends }: Reach): string {
  const symbols = new Map<string, string[]>();
  for (const [symbol, last] of ends) symbols.set(last, [...(symbols.get(last) ?? []), symbol]);
  const [first, ...others] = [...symbols].toSorted(([a], [b]) => (a < b ? 1 : -1));
  if (first === undefined) return 'no required series is there';
  const verb = first[1].length === 1 ? 'ends' : 'end';
  return [
    `${first[1].join(', ')} ${verb} on ${first[0]}`,
    ...others.map(([last, of]) => `${of.join(', ')} on ${last}`),
  ].join(', ');
}
