/**
 * The p-quantile of values in any order, linear between neighbours (Hyndman-Fan type 7), by selection instead of
 * sorting: some thousand windows for each of six horizons are too many to sort twelve times a session.
 *
 * Reorders `values` in place. C. Hoare, "Algorithm 65: Find", Communications of the ACM 4 (1961) 321.
 *
 * @throws RangeError when there are no values or p is not in 0..1
 * @example selectQuantile(Float64Array.of(4, 1, 3, 2), 0.5) // 2.5
 */
export function selectQuantile(values: Float64Array, p: number): number {
  if (values.length === 0 || !(p >= 0 && p <= 1))
    throw new RangeError(`no ${p}-quantile of ${values.length} values`);
  const place = (values.length - 1) * p;
  const below = Math.floor(place);
  select(values, below);
  const low = values[below]!;
  if (place === below) return low;
  let high = Number.POSITIVE_INFINITY;
  for (let i = below + 1; i < values.length; i++) if (values[i]! < high) high = values[i]!;
  return low + (place - below) * (high - low);
}

/** Puts the k-th smallest value at k, nothing greater before it and nothing smaller behind. */
function select(values: Float64Array, k: number): void {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >>> 1]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const held = values[i]!;
        values[i++] = values[j]!;
        values[j--] = held;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}
