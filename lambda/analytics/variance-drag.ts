/** `beta (beta - 1) / 2`: how often the index's variance is taken from the log return of a daily-reset fund. */
export const dragMultiple = (beta: number): number => (beta * (beta - 1)) / 2;

/**
 * What variance takes from `(S_T / S_0)^beta`, a fraction below zero: `exp(-beta (beta - 1) V / 2) - 1` with V the
 * sum of squared daily log returns of the index. For beta 3 it is `exp(-3 V) - 1`; for beta 1 nothing.
 * Source: M. Avellaneda and S. Zhang, "Path-dependence of leveraged ETF returns", SIAM J. Fin. Math. 1 (2010).
 */
export function varianceDrag(logReturns: Float64Array, beta: number): number {
  let variance = 0;
  for (let t = 0; t < logReturns.length; t++) variance += logReturns[t]! ** 2;
  return Math.exp(-dragMultiple(beta) * variance) - 1;
}
