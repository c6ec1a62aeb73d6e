/**
 * Length of the run of sessions, ending at `end`, in which the first out- (positive) or underperformed (negative)
 * the second. A tie ends a run and counts 0. Null when there is no return at `end`.
 */
export function streak(first: Float64Array, second: Float64Array, end: number): number | null {
  if (end < 1) return null;
  const side = (t: number) => Math.sign(first[t]! - second[t]!);
  const today = side(end);
  if (today === 0) return 0;
  let length = 0;
  for (let t = end; t >= 1 && side(t) === today; t--) length++;
  return today * length;
}
