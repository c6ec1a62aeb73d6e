export interface Pivots {
  readonly P: number;
  readonly R1: number;
  readonly S1: number;
  readonly R2: number;
  readonly S2: number;
}

/** Floor-trader pivots for the next session from one session's high, low and close, in the price's unit. */
export function pivots(high: number, low: number, close: number): Pivots {
  const P = (high + low + close) / 3;
  return { P, R1: 2 * P - low, S1: 2 * P - high, R2: P + (high - low), S2: P - (high - low) };
}
