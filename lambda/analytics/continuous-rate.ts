/**
 * The continuously compounded rate that is worth the same as a bond-equivalent yield, which compounds twice a year:
 * `2 ln(1 + y/2)`. Treasury yields of the H.15 release are quoted so. Fractions a year. Figure `hedge.IWM.rate`.
 *
 * @example continuousRate(0.04) // 0.03960…
 */
export function continuousRate(bondEquivalent: number): number {
  return 2 * Math.log1p(bondEquivalent / 2);
}
