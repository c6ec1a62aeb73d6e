import { daysBetween } from '../calendar/civil.ts';
import type { Scale } from '../editions/edition.ts';

/** Where a history first leaves its scale: a value outside of the range, or one that is too far from the value at `before`. */
interface LeftScale {
  readonly row: number;
  readonly before: number | null;
}

/** Binary fractions of values in hundredths. */
const rounding = 1e-9;

/**
 * The first value of a history that its scale does not have, or does not reach in one step; null without one. What is NaN is
 * passed over.
 * @param longest calendar days between two values that are compared: over a longer hole more may have happened
 */
export function leftScale(
  dates: readonly string[],
  values: Float64Array,
  { range, step }: Scale,
  longest: number,
): LeftScale | null {
  let before = -1;
  for (const [row, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    if (range !== undefined && (value < range[0] || value > range[1])) return { row, before: null };
    if (step !== undefined && before >= 0 && sizeOf(values[before]!, value, step.kind) > step.most + rounding)
      if (daysBetween(dates[before]!, dates[row]!) <= longest) return { row, before };
    before = row;
  }
  return null;
}

const sizeOf = (a: number, b: number, kind: 'ratio' | 'difference'): number =>
  kind === 'ratio' ? Math.max(a, b) / Math.min(a, b) : Math.abs(b - a);
