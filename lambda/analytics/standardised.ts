/**
 * Each outcome over the deviation that was estimated for it one step before, without its sign; NaN where either is
 * missing, or nothing was expected and nothing came. Of an estimate that holds about two thirds are at most 1.
 *
 * @param outcomes element t is what happened in step t
 * @param estimates element t is the deviation of one step, as estimated at the end of step t
 */
export const standardised = (outcomes: Float64Array, estimates: Float64Array): Float64Array =>
  outcomes.map((outcome, t) => (t === 0 ? Number.NaN : Math.abs(outcome) / estimates[t - 1]!));

/** Share of the values that are at most a limit, a fraction; NaN of none. */
export function shareAtMost(values: Float64Array, limit: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! <= limit) count++;
  return count / values.length;
}
