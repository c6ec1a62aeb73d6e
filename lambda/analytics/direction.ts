export type Direction = 'rising' | 'falling' | 'little changed';

/** A change smaller than this share of the typical change is not called a direction. */
const noise = 0.25;

/**
 * Where an indicator is heading: `rising` or `falling` when it changed by more than a quarter of its typical change,
 * else `little changed`. The typical change is the median of the absolute changes over the comparison window, so
 * that the same rule serves a survey that swings and a target rate that mostly stands still (its typical change is
 * zero, and any change counts). Figures `macro.*.direction`.
 *
 * @param typical median absolute change from one period to the next, in the unit of the values
 * @example direction(0.027, 0.03, 0.002) // 'falling'
 */
export function direction(last: number, previous: number, typical: number): Direction {
  const change = last - previous;
  if (Math.abs(change) <= noise * typical) return 'little changed';
  return change > 0 ? 'rising' : 'falling';
}

/**
 * Median absolute change between neighbours of a series; pairs with a gap (NaN) on either side do not count.
 * Null when there is no pair.
 *
 * @example typicalChange([1, 2, 4, 4]) // 1
 */
export function typicalChange(values: ArrayLike<number>): number | null {
  const changes: number[] = [];
  for (let i = 1; i < values.length; i++) {
    const change = Math.abs((values[i] as number) - (values[i - 1] as number));
    if (!Number.isNaN(change)) changes.push(change);
  }
  if (changes.length === 0) return null;
  changes.sort((a, b) => a - b);
  const middle = changes.length >> 1;
  const upper = changes[middle] as number;
  return changes.length % 2 === 1 ? upper : ((changes[middle - 1] as number) + upper) / 2;
}
