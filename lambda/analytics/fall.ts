/** `-(v_t - v_{t-n})`, how far a value fell over n sessions, at every element; NaN where either end is absent. */
export function fall(values: Float64Array, n: number): Float64Array {
  const falls = new Float64Array(values.length).fill(Number.NaN);
  for (let t = n; t < values.length; t++) falls[t] = -(values[t]! - values[t - n]!);
  return falls;
}
