/** How many of the last n sessions up to `end` the first returned more than the second. Ties count for neither. */
export function wins(first: Float64Array, second: Float64Array, end: number, n: number): number {
  let count = 0;
  for (let t = end - n + 1; t <= end; t++) if (first[t]! > second[t]!) count++;
  return count;
}
