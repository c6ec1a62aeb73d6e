/**
 * Quantile by linear interpolation between order statistics (type 7 of R. Hyndman and Y. Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50 (1996) 361-365; the default of R and NumPy).
 *
 * @param sorted ascending, at least one value
 * @param p 0 to 1
 */
export function quantile(sorted: Float64Array, p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
}
