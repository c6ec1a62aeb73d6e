/**
 * Yield of the dividends paid between two dates, from closes with and without them:
 * `(A_end / A_start) / (C_end / C_start) - 1`, fraction of the price over the span. Figure `yield.IWM.1y`.
 *
 * @param adjusted closes adjusted for splits and dividends, at the start and at the end
 * @param close closes adjusted for splits only, at the same dates
 * @example dividendYield([98, 110], [100, 110]) // 0.0204…
 */
export function dividendYield(
  adjusted: readonly [start: number, end: number],
  close: readonly [start: number, end: number],
): number {
  return adjusted[1] / adjusted[0] / (close[1] / close[0]) - 1;
}
