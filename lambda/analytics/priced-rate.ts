/**
 * The rate after a decision that a contract on a month's average rate implies, in the unit of the rates. The average of a
 * month of n days, d of them up to the decision, is (d · before + (n − d) · after) / n; of a month without one it is the
 * rate itself. After CME's FedWatch (https://www.cmegroup.com/articles/2023/understanding-the-cme-group-fedwatch-tool-methodology.html).
 *
 * @param average the month's average that the contract's price implies
 * @param before the rate up to the decision
 * @param days days of the month, and those of them up to and with the decision; none of them where it lies before
 * @throws RangeError when no day is left after the decision
 */
export function pricedRate(
  average: number,
  before: number,
  { inMonth, upTo }: { readonly inMonth: number; readonly upTo: number },
): number {
  if (!(upTo >= 0 && upTo < inMonth)) throw new RangeError(`${upTo} of ${inMonth} days leave none`);
  return (average * inMonth - before * upTo) / (inMonth - upTo);
}
