/** Shares that one listed option contract is for. */
export const contractShares = 100;

/**
 * Puts on the underlying whose delta offsets a leveraged position, in whole contracts, to the nearest:
 * `round(|beta| × notional / (100 × spot × |delta|))`. Neutral for a small move only: delta changes with the spot
 * and with time. Figure `hedge.TNA.contracts`.
 *
 * @param notional value of the leveraged position, same currency as the spot
 * @throws RangeError when the delta of the put is not below zero, or the spot not above
 * @example hedgeContracts({ notional: 23_000, beta: 3, spot: 246, delta: -0.25 }) // 11
 */
export function hedgeContracts(position: {
  notional: number;
  beta: number;
  spot: number;
  delta: number;
}): number {
  const { notional, beta, spot, delta } = position;
  if (!(delta < 0) || !(spot > 0))
    throw new RangeError(
      `a put hedge needs a delta below zero and a spot above it, not ${delta} and ${spot}`,
    );
  return Math.round((Math.abs(beta) * notional) / (contractShares * spot * -delta));
}

/**
 * Contracts for as many shares as a leveraged position moves like: `|beta| × notional / (100 × spot)`, not rounded. So
 * many puts pay, below their strike, about what the position loses there; a delta-neutral count pays a multiple of it.
 * Figure `hedge.TNA.cover.exact`.
 *
 * @param notional value of the leveraged position, same currency as the spot
 * @throws RangeError when the spot is not above zero
 * @example coverContracts({ notional: 11_704, beta: 3, spot: 246.16 }) // 1.43
 */
export function coverContracts(position: { notional: number; beta: number; spot: number }): number {
  const { notional, beta, spot } = position;
  if (!(spot > 0)) throw new RangeError(`a cover needs a spot above zero, not ${spot}`);
  return (Math.abs(beta) * notional) / (contractShares * spot);
}
