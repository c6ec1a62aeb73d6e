import { quantile } from './quantile.ts';

export interface TailLoss {
  /** The loss that the share p of the returns exceeded; positive is a loss. */
  readonly valueAtRisk: number;
  /** Mean loss of the returns at or beyond it. */
  readonly expectedShortfall: number;
}

/** Historical value at risk and expected shortfall of returns, fractions: the type 7 quantile, no model. */
export function tailLoss(returns: Float64Array, p: number): TailLoss {
  const sorted = returns.toSorted();
  const threshold = quantile(sorted, p);
  let sum = 0;
  let count = 0;
  for (const r of sorted) {
    if (r > threshold) break;
    sum += r;
    count++;
  }
  return { valueAtRisk: -threshold, expectedShortfall: -sum / count };
}
