/** The highest value up to and including each element; absent values (NaN) are passed over. */
export function runningMaximum(values: Float64Array): Float64Array {
  const peaks = new Float64Array(values.length);
  let peak = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < values.length; t++) {
    if (values[t]! > peak) peak = values[t]!;
    peaks[t] = peak;
  }
  return peaks;
}
