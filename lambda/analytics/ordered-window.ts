/**
 * The last n of a series up to a place, in order of size. The window is kept from one question to the next: where that is at the
 * place beside it, one value goes and one comes, by halving; elsewhere it is sorted again.
 *
 * @param values without NaN
 */
export function orderedWindow(values: Float64Array, n: number): (end: number) => Float64Array {
  const sorted = new Float64Array(n);
  /** The place behind the last value in the window; -1 while there is none. */
  let at = -1;
  const replace = (leaving: number, coming: number): void => {
    const from = placeOf(sorted, leaving);
    let to = placeOf(sorted, coming);
    if (to > from) {
      // It goes before those that are at least as large, one place further down without the one that leaves.
      sorted.copyWithin(from, from + 1, to--);
    } else sorted.copyWithin(to + 1, to, from);
    sorted[to] = coming;
  };
  return (end) => {
    if (end === at + 1 && at >= 0) replace(values[at - n]!, values[at]!);
    else if (end === at - 1) replace(values[at - 1]!, values[end - n]!);
    else if (end !== at) {
      sorted.set(values.subarray(end - n, end));
      sorted.sort();
    }
    at = end;
    return sorted;
  };
}

/** The first place whose value is at least as large. */
function placeOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The p-quantile of values in order of size, linear between neighbours (Hyndman-Fan type 7); at least one is needed. */
export function sortedQuantile(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below]!;
  return place === below ? low : low + (place - below) * (sorted[below + 1]! - low);
}
