/** A move of the index over some sessions, and the fund that multiplies each of them. */
export interface LeveragedMove {
  /** The index's return over all sessions, a fraction. */
  readonly move: number;
  readonly sessions: number;
  readonly beta: number;
  /** What the fund pays a session, a fraction of its value. */
  readonly cost: number;
}

/** What a session leaves of the fund; NaN where it would take everything. */
const after = (factor: number, { beta, cost }: LeveragedMove): number => {
  const left = 1 + beta * (factor - 1) - cost;
  return left > 0 ? left : Number.NaN;
};

const stepOf = ({ move, sessions }: LeveragedMove): number => (1 + move) ** (1 / sessions);

/**
 * The fund's return when the index moves by the same factor g every session: `(1 + beta (g - 1) - c)^H - 1`, a fraction; NaN
 * where a session would take everything. Figures `grid.*.straight`.
 */
export const straightPath = (path: LeveragedMove): number => after(stepOf(path), path) ** path.sessions - 1;

/**
 * The fund's return when the index makes the same move in turns: factors `g (1 + s)`, `g / (1 + s)`, and so on, `g` on the
 * last session, so that it ends where the straight path ends; a fraction, NaN where a session would take everything. Figures
 * `grid.*.choppy`. M. Cheng and A. Madhavan, "The Dynamics of
 * Leveraged and Inverse Exchange-Traded Funds", Journal of Investment Management 7 (2009).
 *
 * @param swing s, a session's move beside the trend, a fraction
 * @throws RangeError when the number of sessions is even: the index would end elsewhere
 */
export function choppyPath(path: LeveragedMove, swing: number): number {
  const { sessions } = path;
  if (sessions % 2 === 0)
    throw new RangeError(`a choppy path needs an odd number of sessions, not ${sessions}`);
  const step = stepOf(path);
  const there = after(step * (1 + swing), path);
  const back = after(step / (1 + swing), path);
  return (there * back) ** ((sessions - 1) / 2) * after(step, path) - 1;
}
