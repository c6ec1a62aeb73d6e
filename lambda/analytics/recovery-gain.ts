/**
 * The gain that brings a holding back to its high after a drawdown: `-d / (1 + d)`. A fall of a half needs a
 * doubling. Null after a total loss, from which no gain recovers. Figure `recover.S`.
 *
 * @param drawdown fraction, 0 at the high, -0.5 at half of it
 * @throws RangeError when the drawdown is above 0 or below -1
 * @example recoveryGain(-0.5) // 1
 */
export function recoveryGain(drawdown: number): number | null {
  if (!(drawdown <= 0 && drawdown >= -1)) throw new RangeError(`${drawdown} is not a drawdown`);
  return drawdown === -1 ? null : -drawdown / (1 + drawdown) + 0;
}
