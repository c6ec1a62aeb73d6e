import type { RecordEntry } from './record.ts';

/** How the briefings' own statements turned out. */
export interface Grade {
  /** Sessions whose move lay within what the session before had first published, of so many. */
  readonly held: number;
  readonly of: number;
  /** Size of the ladder's miss, median and 95th percentile, over so many sessions; null without any. */
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
  const missed = records
    .flatMap(({ missed: by }) => (by === null ? [] : [Math.abs(by)]))
    .sort((a, b) => a - b);
  return { held, of, median: quantile(missed, 0.5), p95: quantile(missed, 0.95), ladders: missed.length };
}

/** Linear between order statistics: Hyndman and Fan (1996), definition 7. */
function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}
