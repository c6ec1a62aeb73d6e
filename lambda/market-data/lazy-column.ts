/**
 * A column whose elements are computed on first use and kept: one session of a long history pays for what it reads, a whole
 * history for every element once. NaN is no value.
 */
export function lazyColumn(length: number, compute: (t: number) => number): (t: number) => number {
  const values = new Float64Array(length);
  const isMade = new Uint8Array(length);
  return (t) => {
    if (!(t >= 0 && t < length)) return Number.NaN;
    if (isMade[t] === 0) {
      values[t] = compute(t);
      isMade[t] = 1;
    }
    return values[t]!;
  };
}
