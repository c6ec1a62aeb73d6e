import { mean } from './mean.ts';

/** Sum of squared deviations from the mean, in two passes: no cancellation. */
function squaredDeviations(values: Float64Array): number {
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2;
  return sum;
}

/** Sample standard deviation (n - 1); NaN of fewer than two values. */
export const sampleDeviation = (values: Float64Array): number =>
  values.length < 2 ? Number.NaN : Math.sqrt(squaredDeviations(values) / (values.length - 1));

/** Population standard deviation (n); NaN of nothing. */
export const populationDeviation = (values: Float64Array): number =>
  Math.sqrt(squaredDeviations(values) / values.length);
