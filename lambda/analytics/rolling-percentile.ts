/** As in `percentileRank`: equal when they agree to nine decimals. */
const rounded = (value: number): number => Math.round(value * 1e9);

/**
 * Of every value its percentile among the last `window`, its own included: the share that is at most as large, compared after
 * rounding to nine decimals; NaN while there are fewer than `needed`. Every value exists.
 */
export function rollingPercentile(values: Float64Array, window: number, needed: number): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  const whole = values.map(rounded);
  const sorted = new Float64Array(window);
  let count = 0;
  for (let t = 0; t < whole.length; t++) {
    if (t >= window) {
      const leaving = placeAfter(sorted, count, whole[t - window]!) - 1;
      sorted.copyWithin(leaving, leaving + 1, count--);
    }
    const place = placeAfter(sorted, count, whole[t]!);
    sorted.copyWithin(place + 1, place, count++);
    sorted[place] = whole[t]!;
    if (count >= needed) ranks[t] = (place + 1) / count;
  }
  return ranks;
}

/** How many of the first `count` are at most `value`. */
function placeAfter(sorted: Float64Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
