import { sessionsPerYear } from './volatility.ts';

/** The decay factor of RiskMetrics for daily data. */
const lambda = 0.94;

/**
 * RiskMetrics volatility at every session, fraction a year: `v_t = 0.94 v_{t-1} + 0.06 x_t^2`, seeded with the
 * first squared log return, times 252, square root. Element t rests on returns up to t only.
 * Source: J.P. Morgan/Reuters, RiskMetrics Technical Document, 4th ed. (1996), section 5.2.
 *
 * @param logReturns as `logReturns` gives them: the first element is NaN, and so is the first of the result
 */
export function ewmaVolatility(logReturns: Float64Array): Float64Array {
  const path = new Float64Array(logReturns.length).fill(Number.NaN);
  let variance = Number.NaN;
  for (let t = 1; t < logReturns.length; t++) {
    const squared = logReturns[t]! ** 2;
    variance = t === 1 ? squared : lambda * variance + (1 - lambda) * squared;
    path[t] = Math.sqrt(variance * sessionsPerYear);
  }
  return path;
}
