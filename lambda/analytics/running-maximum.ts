/** The highest value up to and including each element; absent values (NaN) are passed over, NaN before the first value. */
export function runningMaximum(values: Float64Array): Float64Array {
  const peaks = new Float64Array(values.length);
  let peak = Number.NaN;
  for (let t = 0; t < values.length; t++) {
    if (!(values[t]! <= peak) && !Number.isNaN(values[t]!)) peak = values[t]!;
    peaks[t] = peak;
  }
  return peaks;
}
