/** The highest value up to and including each element. */
export function runningMaximum(values: Float64Array): Float64Array {
  const peaks = new Float64Array(values.length);
  let peak = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < values.length; t++) {
    peak = Math.max(peak, values[t]!);
    peaks[t] = peak;
  }
  return peaks;
}
