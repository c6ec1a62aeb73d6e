/** `ln(v_t / v_{t-n})` at every element; NaN for the first n. */
export function logChange(values: Float64Array, n: number): Float64Array {
  const changes = new Float64Array(values.length).fill(Number.NaN);
  for (let t = n; t < values.length; t++) changes[t] = Math.log(values[t]! / values[t - n]!);
  return changes;
}
