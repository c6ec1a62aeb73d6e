/**
 * Kaufman's efficiency ratio over the last n steps: the distance between the ends of a path over the length of the
 * path, `|P_D - P_{D-n}| / sum |P_t - P_{t-1}|`. 1 is a straight line, 0 a path that came back to where it began.
 * Null when there are fewer than n + 1 prices, or when no price moved. Figure `efficiency.S.21d`.
 *
 * Kaufman, Trading Systems and Methods, 6th ed. (2019), "efficiency ratio".
 *
 * @example efficiencyRatio([10, 11, 10, 12], 3) // 0.5: two ahead after four of walking
 */
export function efficiencyRatio(prices: ArrayLike<number>, n: number): number | null {
  const end = prices.length - 1;
  if (end < n) return null;
  let walked = 0;
  for (let t = end - n + 1; t <= end; t++) walked += Math.abs(prices[t]! - prices[t - 1]!);
  return walked === 0 ? null : Math.abs(prices[end]! - prices[end - n]!) / walked;
}
