/** Two-sided 95 % point of the standard normal distribution. */
const z = 1.959963984540054;

/**
 * Score interval of a share at 95 %, without continuity correction; fractions. Figures `stopgap.*.low`, `.high`.
 *
 * E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927) 209-212.
 *
 * @param share successes over n, 0 to 1
 * @param n cases, above zero
 * @example wilsonInterval(0.5, 100) // { low: 0.4038…, high: 0.5961… }
 */
export function wilsonInterval(share: number, n: number): { readonly low: number; readonly high: number } {
  const scale = 1 + z ** 2 / n;
  const middle = (share + z ** 2 / (2 * n)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / scale;
  return { low: middle - half, high: middle + half };
}
