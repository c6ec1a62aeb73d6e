/** One value a session, computed on first use; NaN is no value. */
export interface LazyColumn {
  (t: number): number;
  /** The values of the last n sessions up to one, all of them computed; null where the column does not reach back so far. */
  readonly last: (t: number, n: number) => Float64Array | null;
}

/**
 * A column whose elements are computed on first use and kept: one session of a long history pays for what it reads, a whole
 * history for every element once.
 */
export function lazyColumn(length: number, compute: (t: number) => number): LazyColumn {
  const values = new Float64Array(length);
  const isMade = new Uint8Array(length);
  const at = (t: number): number => {
    if (!(t >= 0 && t < length)) return Number.NaN;
    if (isMade[t] === 0) {
      values[t] = compute(t);
      isMade[t] = 1;
    }
    return values[t]!;
  };
  const last = (t: number, n: number): Float64Array | null => {
    const from = t - n + 1;
    if (!(from >= 0 && t < length)) return null;
    for (let i = from; i <= t; i++) if (isMade[i] === 0) at(i);
    return values.subarray(from, t + 1);
  };
  return Object.assign(at, { last });
}
