/**
 * The mean of the last n values at each of them from the n-th on; NaN where one of the n is absent (NaN).
 * A running sum over a window that slides: for drawing only, figures sum afresh.
 */
export function movingMean(values: Float64Array, n: number): Float64Array {
  const means = new Float64Array(Math.max(0, values.length - n + 1)).fill(Number.NaN);
  let sum = 0;
  let there = 0;
  for (let t = 0; t < values.length; t++) {
    const left = values[t - n] ?? Number.NaN;
    if (!Number.isNaN(left)) {
      sum -= left;
      there--;
    }
    if (!Number.isNaN(values[t]!)) {
      sum += values[t]!;
      there++;
    }
    if (there === n) means[t - n + 1] = sum / n;
  }
  return means;
}
