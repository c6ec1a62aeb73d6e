import { quantile } from '../analytics/quantile.ts';
import { fewestCases } from '../figures/fewest.ts';
import type { RecordEntry } from './record.ts';

/** How the briefings' own statements turned out. */
export interface Grade {
  /** Sessions whose move was within the range first published the session before, and how many there were. */
  readonly held: number;
  readonly of: number;
  /** The one over the other; null while there are too few for a share. */
  readonly share: number | null;
  /** Size of the ladder's miss, median and 95th percentile, over a given number of sessions; null while there are too few. */
  readonly median: number | null;
  readonly p95: number | null;
  readonly ladders: number;
}

/**
 * The archive's grade over sessions that it holds both sides of: each expected move beside the move of the session after.
 * A session that was not published breaks the pair.
 * @param records in any order, of one kind: real, or simulated
 * @param next the exchange's session after one
 */
export function gradeOf(records: readonly RecordEntry[], next: (session: string) => string): Grade {
  const by = new Map(records.map((one) => [one.session, one]));
  let [held, of] = [0, 0];
  for (const { session, expected } of records) {
    const moved = by.get(next(session))?.moved ?? null;
    if (expected === null || moved === null) continue;
    of += 1;
    if (Math.abs(moved) <= expected) held += 1;
  }
  const missed = Float64Array.from(
    records.flatMap(({ missed: one }) => (one === null ? [] : [Math.abs(one)])),
  ).sort();
  const at = (share: number) => (missed.length < fewestCases ? null : quantile(missed, share));
  const share = of < fewestCases ? null : held / of;
  return { held, of, share, median: at(0.5), p95: at(0.95), ladders: missed.length };
}
