import { selectQuantile } from './select-quantile.ts';

/** Where outcomes lay: the median, and the 5 and 95 % quantiles (Hyndman-Fan type 7). Fractions. */
export interface Spread {
  readonly p05: number;
  readonly median: number;
  readonly p95: number;
}

/** What holding a leveraged fund for h sessions has meant, over every window of a history. */
export interface HorizonOutcomes {
  /** The fund's return over the window. */
  readonly made: Spread;
  /** That return less the multiple of the underlying's. */
  readonly gap: Spread;
  /** Share of windows whose gap was below zero. */
  readonly short: number;
}

/** How many windows of h sessions a history of prices holds: overlapping, and side by side. */
export function horizonCounts(prices: number, h: number): { overlapping: number; apart: number } {
  return { overlapping: Math.max(0, prices - h), apart: Math.max(0, Math.floor((prices - 1) / h)) };
}

/**
 * Outcomes of every window of h sessions. Windows overlap, so they are far from independent: the count of windows
 * side by side stands beside every statistic. Null when there is no window. Figures `horizon.TNA.21d.made.median`
 * and so on.
 *
 * @param fund adjusted closes of the fund, on the sessions common to both
 * @param underlying adjusted closes of the underlying on the same sessions
 * @param beta the fund's daily multiple
 */
export function horizonOutcomes(
  fund: ArrayLike<number>,
  underlying: ArrayLike<number>,
  beta: number,
  h: number,
): HorizonOutcomes | null {
  const n = horizonCounts(fund.length, h).overlapping;
  if (n === 0) return null;
  const made = new Float64Array(n);
  const gap = new Float64Array(n);
  let short = 0;
  for (let t = 0; t < n; t++) {
    const held = fund[t + h]! / fund[t]! - 1;
    const missed = held - beta * (underlying[t + h]! / underlying[t]! - 1);
    made[t] = held;
    gap[t] = missed;
    if (missed < 0) short++;
  }
  return { made: spreadOf(made), gap: spreadOf(gap), short: short / n };
}

function spreadOf(values: Float64Array): Spread {
  return {
    p05: selectQuantile(values, 0.05),
    median: selectQuantile(values, 0.5),
    p95: selectQuantile(values, 0.95),
  };
}
