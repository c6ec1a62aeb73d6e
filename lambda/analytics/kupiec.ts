/**
 * Likelihood ratio that the share of exceedances is p: `-2 [x ln p + (n-x) ln(1-p) - x ln(x/n) - (n-x) ln(1-x/n)]`, with
 * 0 ln 0 = 0. Chi-squared with one degree of freedom where it is. Figure `var95.kupiec.252d`.
 *
 * P. Kupiec, "Techniques for Verifying the Accuracy of Risk Measurement Models", Journal of Derivatives 3 (1995) 73-84.
 *
 * @param x exceedances, 0 to n
 */
export function kupiecRatio(x: number, n: number, p: number): number {
  const likelihood = (share: number): number =>
    (x > 0 ? x * Math.log(share) : 0) + (x < n ? (n - x) * Math.log(1 - share) : 0);
  return -2 * (likelihood(p) - likelihood(x / n)) + 0;
}
