import { mean } from './mean.ts';
import { populationDeviation } from './standard-deviation.ts';

/** Weeks that each of the two z-scores looks back over, its own week included. */
export const mapWeeks = 14;

/** A deviation this small beside the values is rounding, not movement. */
const noise = 1e-12;

/** 100 plus the z-score of the last value against all given; 100 when they do not differ. */
function aroundHundred(values: Float64Array): number {
  const deviation = populationDeviation(values);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (deviation <= noise * largest) return 100;
  return 100 + (values.at(-1)! - mean(values)) / deviation;
}

function trailing(values: Float64Array, first: number): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  for (let t = first + mapWeeks - 1; t < values.length; t++)
    result[t] = aroundHundred(values.subarray(t - mapWeeks + 1, t + 1));
  return result;
}

/** A path on the relative rotation map, one element a week; NaN where there are not weeks enough behind it. */
export interface MapPath {
  readonly ratio: Float64Array;
  readonly momentum: Float64Array;
}

/**
 * The relative rotation map of a weekly ratio Q: `RSR = 100 + z14(100 Q)`, `M = 100 (RSR_t / RSR_{t-1} - 1)`,
 * `RSM = 100 + z14(M)`, z with the population deviation. The ratio needs 14 weeks, the momentum 28. Scaling Q does
 * not move it. Source: methods document, 2.2, the variant that does not depend on a start date.
 */
export function rotationMap(weekly: Float64Array): MapPath {
  const ratio = trailing(
    weekly.map((value) => 100 * value),
    0,
  );
  const change = ratio.map((value, t) => (t === 0 ? Number.NaN : 100 * (value / ratio[t - 1]! - 1)));
  return { ratio, momentum: trailing(change, mapWeeks) };
}

export type Quadrant = 'leading' | 'weakening' | 'lagging' | 'improving';

/** The quadrant of a point on the map; 100 itself counts as above. */
export function quadrant(ratio: number, momentum: number): Quadrant {
  if (ratio >= 100) return momentum >= 100 ? 'leading' : 'weakening';
  return momentum >= 100 ? 'improving' : 'lagging';
}
