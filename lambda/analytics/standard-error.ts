/**
 * Standard error of the mean of independent values, from their number, sum and sum of squares: sample deviation over
 * the root of n; NaN of fewer than two.
 */
export function standardError(count: number, sum: number, squares: number): number {
  if (count < 2) return Number.NaN;
  const variance = Math.max(0, squares - sum ** 2 / count) / (count - 1);
  return Math.sqrt(variance / count);
}
