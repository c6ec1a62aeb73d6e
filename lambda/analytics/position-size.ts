/** A position by risk: whole shares, what they cost, and what the stop would lose. */
export interface PositionSize {
  readonly shares: number;
  /** Shares times price. */
  readonly notional: number;
}

/**
 * Shares such that a fall by `stopDistance` loses at most `budget`, and that cost at most `capital`: the lesser of
 * `floor(budget / stopDistance)` and `floor(capital / price)`. A stop further away than the price itself counts as the
 * price: a share cannot lose more. A rule of arithmetic: a gap through the stop loses
 * more. Figures `size.TNA.shares`, `size.TNA.notional`.
 *
 * @param budget money at risk
 * @param stopDistance fall of the price to the stop, per share; two ATR in the briefing
 * @param capital money that may be spent without borrowing
 * @throws RangeError when price or stop distance is not above zero
 * @example positionSize({ budget: 1000, stopDistance: 4, price: 50, capital: 100_000 }) // { shares: 250, notional: 12500 }
 */
export function positionSize(rule: {
  budget: number;
  stopDistance: number;
  price: number;
  capital: number;
}): PositionSize {
  const { budget, stopDistance, price, capital } = rule;
  if (!(price > 0) || !(stopDistance > 0))
    throw new RangeError(
      `a position needs a price and a stop distance above zero, not ${price} and ${stopDistance}`,
    );
  const shares = Math.floor(Math.min(budget / Math.min(stopDistance, price), capital / price));
  return { shares, notional: shares * price };
}
