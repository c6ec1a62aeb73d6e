/**
 * What a fund without costs makes that resets to `beta` times the index every day: `prod(1 + beta r) - 1`, a
 * fraction. `returns` are the index's simple daily returns of the window.
 */
export function dailyMultiple(returns: Float64Array, beta: number): number {
  let growth = 1;
  for (let t = 0; t < returns.length; t++) growth *= 1 + beta * returns[t]!;
  return growth - 1;
}
