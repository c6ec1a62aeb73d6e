import { ticks } from 'd3-array';

/** A mark of an axis, with its words. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** A value axis: the range it covers and the few round values it names. */
export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Distance between two ticks: what decides how many decimals a tick needs. */
  readonly step: number;
}

/** Writes a tick of an axis whose ticks are `step` apart. */
export type TickFormat = (value: number, step: number) => string;

/**
 * An axis over all values of the lists, with about `count` round ticks. `pad` is the share of the range left free at both ends.
 * Values all alike get a range around them, so that nothing divides by zero.
 */
export function valueAxis(lists: readonly (readonly (number | null)[])[], count = 4, pad = 0.06): ValueAxis {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const values of lists) {
    for (const value of values) {
      if (value === null || !Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low > high) return { low: 0, high: 1, ticks: [], step: 1 };
  const room = high > low ? (high - low) * pad : Math.abs(low) * 0.05 || 1;
  const named = ticks(low - room, high + room, count);
  return { low: low - room, high: high + room, ticks: named, step: (named[1] ?? 1) - (named[0] ?? 0) };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Months between ticks, smallest that keeps their number small. */
const steps = [1, 3, 6, 12, 24, 60, 120, 240];

/**
 * Ticks at the first date of a month, quarter, half, year or of several years, at most `most` of them; `at` counts dates. January is
 * written as its year, the others by month.
 */
export function dateTicks(dates: readonly string[], most: number): Tick[] {
  const starts: { at: number; year: number; month: number }[] = [];
  for (let at = 1; at < dates.length; at++) {
    const month = dates[at]?.slice(0, 7) ?? '';
    if (month === dates[at - 1]?.slice(0, 7)) continue;
    starts.push({ at, year: Number(month.slice(0, 4)), month: Number(month.slice(5, 7)) - 1 });
  }
  for (const step of steps) {
    const kept = starts.filter(({ year, month }) => (year * 12 + month) % step === 0);
    if (kept.length > most) continue;
    return kept.map(({ at, year, month }) => ({
      at,
      label: month === 0 ? String(year) : (months[month] ?? ''),
    }));
  }
  return [];
}
