import { sessionsPerYear } from './volatility.ts';

/** The decay factor of RiskMetrics for daily data. */
const lambda = 0.94;
/** Log returns that it needs: before that the first of them, its seed, has more than a twentieth of the weight. */
export const ewmaNeeds = 50;

/**
 * RiskMetrics volatility at every session, fraction a year: `v_t = 0.94 v_{t-1} + 0.06 x_t^2`, seeded with the
 * first squared log return, times 252, square root. A session without a log return (NaN) leaves it as it was; NaN before
 * the fiftieth. Element t rests on returns up to t only.
 * Source: J.P. Morgan/Reuters, RiskMetrics Technical Document, 4th ed. (1996), section 5.2.
 */
export function ewmaVolatility(logReturns: Float64Array): Float64Array {
  const path = new Float64Array(logReturns.length).fill(Number.NaN);
  let count = 0;
  let variance = 0;
  for (let t = 0; t < logReturns.length; t++) {
    const squared = logReturns[t]! ** 2;
    if (!Number.isNaN(squared)) {
      count++;
      variance = count === 1 ? squared : lambda * variance + (1 - lambda) * squared;
    }
    if (count >= ewmaNeeds) path[t] = Math.sqrt(variance * sessionsPerYear);
  }
  return path;
}
