/**
 * What a fund without costs makes that resets to `beta` times the index every day: `prod(1 + beta r) - 1`, a
 * fraction. `returns` are the index's simple daily returns of the window.
 */
export function dailyMultiple(returns: Float64Array, beta: number): number {
  let growth = 1;
  for (const r of returns) growth *= 1 + beta * r;
  return growth - 1;
}
