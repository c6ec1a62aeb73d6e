interface Ranges {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/**
 * Wilder's average true range at every session, in the price's unit: the mean of the first n true ranges, from
 * then on `(ATR_{t-1} (n - 1) + TR_t) / n`. The true range is the largest of high less low and their distances from the
 * close before: it exists where a session and the one before it have a bar, and the average passes over the others
 * (NaN). NaN before the n-th true range; element t rests on bars up to t only.
 * Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978), chapter III.
 */
export function averageTrueRange({ high, low, close }: Ranges, n: number): Float64Array {
  const path = new Float64Array(close.length).fill(Number.NaN);
  let count = 0;
  let average = 0;
  for (let t = 1; t < path.length; t++) {
    const before = close[t - 1]!;
    // The same as the largest of the three distances: the close before widens the range where it lies outside.
    const range = Math.max(high[t]!, before) - Math.min(low[t]!, before);
    if (Number.isNaN(range)) continue;
    count++;
    average = count <= n ? average + range / n : (average * (n - 1) + range) / n;
    if (count >= n) path[t] = average;
  }
  return path;
}
