/**
 * Factors that bring prices to the basis of the newest row. A column of splits says when there was one; whether
 * the prices are adjusted for it already differs between providers (Yahoo: yes, but not always on the first days;
 * Alpha Vantage and Tiingo: no) and shows in the prices:
 *
 * 1. where adjusted closes step against the closes by the very ratio, the closes are not adjusted;
 * 2. else neither are when the opening is nearer to the close before divided by the ratio than to that close.
 *
 * @param splits shares after for each share before, by row; 0 and 1 mean none
 * @returns what each row's prices and adjusted closes are to be multiplied with, or null when nothing is left to adjust
 */
export function splitFactors(
  { open, close, adjusted }: SplitPrices,
  splits: Float64Array,
): SplitFactors | null {
  const factors = { prices: new Float64Array(close.length), adjusted: new Float64Array(close.length) };
  let [ofPrices, ofAdjusted] = [1, 1];
  for (let row = close.length - 1; row >= 0; row--) {
    factors.prices[row] = ofPrices;
    factors.adjusted[row] = ofAdjusted;
    const split = splits[row]!;
    if (row === 0 || split === 0 || split === 1) continue;
    const move = (open ?? close)[row]! / close[row - 1]!;
    const against =
      adjusted === null ? 1 : adjusted[row]! / adjusted[row - 1]! / (close[row]! / close[row - 1]!);
    if (isNear(against, split)) ofPrices /= split;
    else if (Math.abs(Math.log(move * split)) < Math.abs(Math.log(move))) {
      ofPrices /= split;
      ofAdjusted /= split;
    }
  }
  return ofPrices === 1 ? null : factors;
}

export interface SplitPrices {
  readonly open: Float64Array | null;
  readonly close: Float64Array;
  readonly adjusted: Float64Array | null;
}

export interface SplitFactors {
  readonly prices: Float64Array;
  readonly adjusted: Float64Array;
}

/** Dividends of the same day and rounding may lie between. */
const isNear = (ratio: number, split: number): boolean => Math.abs(ratio / split - 1) < 0.05;
