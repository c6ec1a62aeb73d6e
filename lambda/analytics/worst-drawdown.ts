/**
 * The deepest fall from a running maximum, as a fraction at or below zero. The maximum starts at the first value
 * given, regardless of earlier prices.
 */
export function worstDrawdown(prices: Float64Array): number {
  let peak = Number.NEGATIVE_INFINITY;
  let worst = 0;
  for (let t = 0; t < prices.length; t++) {
    const price = prices[t]!;
    if (price > peak) peak = price;
    worst = Math.min(worst, price / peak - 1);
  }
  return worst;
}
