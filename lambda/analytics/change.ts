/** `v_t - v_{t-n}` at every element; NaN where either end is absent. */
export function change(values: Float64Array, n: number): Float64Array {
  const changes = new Float64Array(values.length).fill(Number.NaN);
  for (let t = n; t < values.length; t++) changes[t] = values[t]! - values[t - n]!;
  return changes;
}
