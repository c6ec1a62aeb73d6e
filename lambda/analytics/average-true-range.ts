interface Ranges {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/** The largest of high - low and the two distances from the close before; of a first session, high - low. */
function trueRange({ high, low, close }: Ranges, t: number): number {
  const range = high[t]! - low[t]!;
  if (t === 0) return range;
  const before = close[t - 1]!;
  return Math.max(range, Math.abs(high[t]! - before), Math.abs(low[t]! - before));
}

/**
 * Wilder's average true range at every session, in the price's unit: the mean of the first n true ranges, from
 * then on `(ATR_{t-1} (n - 1) + TR_t) / n`. NaN before the n-th session; element t rests on bars up to t only.
 * Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978), chapter III.
 */
export function averageTrueRange(bars: Ranges, n: number): Float64Array {
  const path = new Float64Array(bars.close.length).fill(Number.NaN);
  let sum = 0;
  let average = Number.NaN;
  for (let t = 0; t < path.length; t++) {
    const range = trueRange(bars, t);
    if (t < n) {
      sum += range;
      if (t === n - 1) average = sum / n;
    } else average = (average * (n - 1) + range) / n;
    path[t] = average;
  }
  return path;
}
