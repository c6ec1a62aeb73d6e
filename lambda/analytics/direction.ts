import { median } from './selection.ts';

export type Direction = 'rising' | 'falling' | 'little changed';

/** A change smaller than this share of the typical change is not called a direction. */
const noise = 0.25;
/** Compared on the difference rounded to nine decimals: 0.0146 less 0.0144 is a quarter of 0.0008, and no more. */
const nine = 1e9;

/**
 * Where an indicator is heading: `rising` or `falling` when it changed by more than a quarter of its typical change,
 * else `little changed`. The typical change is the median of the absolute changes over the comparison window, so
 * that the same rule serves a survey that swings and a target rate that is mostly unchanged (its typical change is
 * zero, and any change counts). Figures `macro.*.direction`.
 *
 * @param typical median absolute change from one period to the next, in the unit of the values
 * @example direction(0.027, 0.03, 0.002) // 'falling'
 */
export function direction(last: number, previous: number, typical: number): Direction {
  const change = last - previous;
  if (Math.round((Math.abs(change) - noise * typical) * nine) <= 0) return 'little changed';
  return change > 0 ? 'rising' : 'falling';
}

/**
 * Median absolute change over a series from one reading to the one `lag` later, counted back from the newest without
 * overlap; pairs with a gap (NaN) at either end do not count. Null when there is no pair.
 *
 * @example typicalChange(Float64Array.of(1, 2, 4, 4)) // 1
 */
export function typicalChange(values: Float64Array, lag = 1): number | null {
  const changes = new Float64Array(Math.ceil(values.length / lag));
  let count = 0;
  for (let i = values.length - 1; i >= lag; i -= lag) {
    const change = Math.abs(values[i]! - values[i - lag]!);
    if (!Number.isNaN(change)) changes[count++] = change;
  }
  if (count === 0) return null;
  return median(changes.subarray(0, count));
}
