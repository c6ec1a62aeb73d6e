/**
 * Factors that bring prices to the basis of the newest row. A column of splits says when there was one; whether
 * the prices are adjusted for it already differs between providers (Yahoo: yes; Alpha Vantage and Tiingo: no) and
 * shows in the prices: they are not when the close moved by more like the split than by nothing.
 *
 * @param close by row, oldest first
 * @param splits shares after for each share before, by row; 0 and 1 mean none
 * @returns what each row's prices are to be multiplied with, or null when nothing is left to adjust
 */
export function splitFactors(close: Float64Array, splits: Float64Array): Float64Array | null {
  const factors = new Float64Array(close.length).fill(1);
  let factor = 1;
  for (let row = close.length - 1; row >= 0; row--) {
    factors[row] = factor;
    const split = splits[row]!;
    if (row === 0 || split === 0 || split === 1) continue;
    const move = close[row]! / close[row - 1]!;
    if (Math.abs(Math.log(move * split)) < Math.abs(Math.log(move))) factor /= split;
  }
  return factor === 1 ? null : factors;
}
