/**
 * Return of a daily-reset fund next session when its underlying returns `move`: `beta × move`, and never below -1,
 * because a share cannot lose more than its price. Before fees, financing and tracking. Figures `loss.TNA.-5` …
 *
 * @param move fraction
 * @example scenarioReturn(-0.05, 3) // -0.15
 */
export function scenarioReturn(move: number, beta: number): number {
  return Math.max(-1, beta * move);
}

/**
 * The underlying's one-session return at which such a fund has lost everything: `-1 / beta`. Figure `ruin.TNA`.
 *
 * @example ruinMove(3) // -0.3333333333333333
 */
export function ruinMove(beta: number): number {
  return -1 / beta;
}
