import { SortedPast } from './sorted-past.ts';

/** Where outcomes lay: the median, and the 5 and 95 % quantiles (Hyndman-Fan type 7). Fractions. */
export interface Spread {
  readonly p05: number;
  readonly median: number;
  readonly p95: number;
}

/** What holding a leveraged fund for h sessions has meant, over every window of its history up to a session. */
export interface HorizonOutcomes {
  /** The fund's return over the window. Null when there is no window. */
  readonly made: Spread | null;
  /** That return less the multiple of the underlying's. */
  readonly gap: Spread | null;
  /** Share of windows whose gap was below zero. */
  readonly short: number;
}

/** How many windows there are: overlapping, and side by side. */
export interface HorizonCounts {
  readonly overlapping: number;
  readonly apart: number;
}

export interface HorizonHistory {
  readonly counts: (index: number) => HorizonCounts;
  readonly outcomes: (index: number) => HorizonOutcomes;
}

/**
 * Outcomes of every window of h sessions up to any session. A window needs a price of both at either end, and no others.
 * Windows overlap, so they are far from independent: the count of windows side by side, each beginning where the last
 * one ended or later, is given with every statistic. Figures `horizon.TNA.21d.made.median` and so on.
 *
 * @param fund adjusted closes of the fund by session, NaN without a bar
 * @param underlying those of the underlying
 * @param beta the fund's daily multiple
 */
export function horizonHistory(
  fund: Float64Array,
  underlying: Float64Array,
  beta: number,
  h: number,
): HorizonHistory {
  const made = new Float64Array(fund.length).fill(Number.NaN);
  const gap = new Float64Array(fund.length).fill(Number.NaN);
  const overlapping = new Int32Array(fund.length);
  const apart = new Int32Array(fund.length);
  const fellShort = new Int32Array(fund.length);
  let lastApart = Number.NEGATIVE_INFINITY;
  for (let t = h; t < fund.length; t++) {
    const held = fund[t]! / fund[t - h]! - 1;
    const missed = held - beta * (underlying[t]! / underlying[t - h]! - 1);
    const exists = !Number.isNaN(missed);
    const isApart = exists && t - lastApart >= h;
    if (exists) {
      made[t] = held;
      gap[t] = missed;
    }
    if (isApart) lastApart = t;
    overlapping[t] = overlapping[t - 1]! + (exists ? 1 : 0);
    apart[t] = apart[t - 1]! + (isApart ? 1 : 0);
    fellShort[t] = fellShort[t - 1]! + (missed < 0 ? 1 : 0);
  }
  const sortedMade = new SortedPast(made);
  const sortedGap = new SortedPast(gap);
  return {
    counts: (index) => ({ overlapping: overlapping[index] ?? 0, apart: apart[index] ?? 0 }),
    outcomes: (index) => ({
      made: spreadOf(sortedMade, index),
      gap: spreadOf(sortedGap, index),
      short: fellShort[index]! / overlapping[index]!,
    }),
  };
}

function spreadOf(past: SortedPast, index: number): Spread | null {
  const [p05, median, p95] = past.quantiles(index, [0.05, 0.5, 0.95]) as [number, number, number];
  return Number.isNaN(median) ? null : { p05, median, p95 };
}
