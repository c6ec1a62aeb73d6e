/** `x_t = ln(A_t / A_{t-1})`. The first element, which has no session before it, is NaN. */
export function logReturns(prices: Float64Array): Float64Array {
  const returns = new Float64Array(prices.length).fill(Number.NaN, 0, 1);
  for (let t = 1; t < prices.length; t++) returns[t] = Math.log(prices[t]! / prices[t - 1]!);
  return returns;
}
