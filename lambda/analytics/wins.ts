/**
 * How many of the last n sessions up to `end` the first returned more than the second. Null when there are not n
 * sessions with a return. Ties count for neither.
 */
export function wins(first: Float64Array, second: Float64Array, end: number, n: number): number | null {
  if (end < n) return null;
  let count = 0;
  for (let t = end - n + 1; t <= end; t++) if (first[t]! > second[t]!) count++;
  return count;
}
