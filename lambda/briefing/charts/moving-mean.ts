/**
 * The mean of the last n values at each of the rows `from` to `to`, both included; NaN where there are fewer.
 * A running sum over a window that slides: for drawing only, figures sum afresh.
 */
export function movingMean(values: ArrayLike<number>, n: number, from: number, to: number): Float64Array {
  const means = new Float64Array(to - from + 1).fill(Number.NaN);
  let sum = 0;
  const first = Math.max(0, from - n + 1);
  for (let row = first; row <= to; row++) {
    sum += values[row]!;
    if (row - first >= n) sum -= values[row - n]!;
    if (row >= from && row - first >= n - 1) means[row - from] = sum / n;
  }
  return means;
}
