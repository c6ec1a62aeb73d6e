/**
 * Length of the run of sessions, ending at `end`, in which the first out- (positive) or underperformed (negative)
 * the second. A tie ends a run and counts 0. A session without a return (NaN) after `first` cuts the run off from what
 * came before: NaN, since its length is unknown.
 *
 * @param first index of the first return of both, which ends a run without cutting it off
 */
export function streak(ofFirst: Float64Array, ofSecond: Float64Array, end: number, first: number): number {
  const side = (t: number) => Math.sign(ofFirst[t]! - ofSecond[t]!);
  const today = side(end);
  if (today === 0) return 0;
  let t = end;
  while (t >= first && side(t) === today) t--;
  return t >= first && Number.isNaN(side(t)) ? Number.NaN : today * (end - t);
}
