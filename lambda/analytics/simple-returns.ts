/** `r_t = A_t / A_{t-1} - 1`, fractions. The first element, which has no session before it, is NaN. */
export function simpleReturns(prices: Float64Array): Float64Array {
  const returns = new Float64Array(prices.length).fill(Number.NaN, 0, 1);
  for (let t = 1; t < prices.length; t++) returns[t] = prices[t]! / prices[t - 1]! - 1;
  return returns;
}
