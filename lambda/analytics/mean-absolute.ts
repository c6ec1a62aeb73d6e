/** Arithmetic mean of the values without their signs; NaN of nothing. */
export function meanAbsolute(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]!);
  return sum / values.length;
}
