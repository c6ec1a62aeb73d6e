/**
 * Lo and MacKinlay's variance ratio of the last n one-session log returns at lag q, with their small-sample
 * corrections: the variance of overlapping q-session returns over q times that of single sessions. Above 1 moves
 * tend to carry on (which a daily-reset fund gains from), below 1 they tend to come back (which costs it).
 * Null when there are fewer than n returns, n is under 2q, or nothing moved. Figure `varianceratio.S.252d`.
 *
 * Lo and MacKinlay, Review of Financial Studies 1 (1988) 41-66, equations 12a and 12b.
 */
export function varianceRatio(logReturns: ArrayLike<number>, n: number, q: number): number | null {
  const start = logReturns.length - n;
  if (start < 0 || q < 1 || n < 2 * q) return null;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += logReturns[start + i]!;
  const mean = sum / n;
  let single = 0;
  for (let i = 0; i < n; i++) single += (logReturns[start + i]! - mean) ** 2;
  let overlapping = 0;
  let window = 0;
  for (let i = 0; i < n; i++) {
    window += logReturns[start + i]!;
    if (i >= q) window -= logReturns[start + i - q]!;
    if (i >= q - 1) overlapping += (window - q * mean) ** 2;
  }
  const perSession = single / (n - 1);
  const freedom = q * (n - q + 1) * (1 - q / n);
  return perSession === 0 ? null : overlapping / freedom / perSession;
}

/**
 * Standard error of that ratio where returns are not autocorrelated and their variance is constant:
 * `sqrt(2 (2q - 1)(q - 1) / (3 q n))`. Figure `varianceratio.S.252d.error`: 0.138 for n = 252, q = 5.
 *
 * Lo and MacKinlay, Review of Financial Studies 1 (1988) 41-66, equation 14b.
 */
export const varianceRatioError = (n: number, q: number): number =>
  Math.sqrt((2 * (2 * q - 1) * (q - 1)) / (3 * q * n));
