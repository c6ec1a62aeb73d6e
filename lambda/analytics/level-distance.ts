/**
 * The move that takes a price to a level, as a fraction of the price: `level / price - 1`. A level above the price
 * is positive. Figures `distance.sma.IWM.50`, `distance.pivot.IWM.S1` …
 *
 * @example levelDistance(250, 245) // -0.02
 */
export function levelDistance(price: number, level: number): number {
  return level / price - 1;
}
