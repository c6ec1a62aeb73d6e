/** Weeks that each of the two z-scores looks back over, its own week included. */
const span = 14;
/** Weeks, the current one included, that a place on the map rests on: each needs a value. */
export const mapWeeks = 29;
/** Weeks over which the change of the ratio is taken. */
const changeWeeks = 2;
/** Weight of the newest week in the moving average. */
const alpha = 1 / 3;
/** A deviation this small against the values is rounding, not movement. */
const noise = 1e-12;

/** A place on the map: strength and its change, each around 100. */
export interface MapPoint {
  readonly ratio: number;
  readonly momentum: number;
}

/** A pair's path on the relative rotation map. */
export interface RotationPath {
  /** The place at a session with a value; null when one of the last 29 weeks has none. */
  readonly at: (index: number) => MapPoint | null;
  /** Weeks with a value up to a session, its own included. */
  readonly weeks: (index: number) => number;
  /** Newest session with a value of each of the last n weeks up to a session, oldest first; the last is the session. */
  readonly ends: (index: number, n: number) => readonly number[];
}

/** 100 plus the z-score of `last` among itself and the 13 values before `end`; 100 when they do not differ. */
function aroundHundred(values: Float64Array, end: number, last: number): number {
  const from = end - span + 1;
  let sum = last;
  let largest = Math.abs(last);
  for (let k = from; k < end; k++) {
    sum += values[k]!;
    largest = Math.max(largest, Math.abs(values[k]!));
  }
  const mean = sum / span;
  let squares = (last - mean) ** 2;
  for (let k = from; k < end; k++) squares += (values[k]! - mean) ** 2;
  const deviation = Math.sqrt(squares / span);
  return deviation <= noise * largest ? 100 : 100 + (last - mean) / deviation;
}

/** The ISO week of a day since 1970-01-01, counted on: weeks begin on Mondays, and 1970-01-01 was a Thursday. */
const weekOf = (day: number): number => Math.floor((day + 3) / 7);

/**
 * The relative rotation map of `Q = A_P / A_B` on weekly values, the current week to date: `e` = EMA of `100 ln Q`,
 * alpha 1/3, seeded with the first week's value; `ratio = 100 + z14(e)`; `momentum = 100 + z14(ratio_t - ratio_{t-2})`,
 * z over the trailing 14 values with the population deviation. A week's value is that of its newest session that has one;
 * weeks without one are passed over. Scaling Q moves nothing. Figures `map.P:B.*`; source: docs/methods/rotation.md.
 *
 * @param ratio `Q` at every session, NaN where one of the two has no bar
 * @param days the sessions as days since 1970-01-01
 */
export function rotationMap(ratio: Float64Array, days: Int32Array): RotationPath {
  const ends: number[] = [];
  const numbers: number[] = [];
  for (let t = 0; t < ratio.length; t++) {
    if (Number.isNaN(ratio[t]!)) continue;
    const week = weekOf(days[t]!);
    if (numbers[numbers.length - 1] !== week) numbers.push(week);
    ends[numbers.length - 1] = t;
  }
  const smoothed = new Float64Array(ends.length);
  for (let k = 0; k < ends.length; k++) smoothed[k] = smooth(k, ends[k]!);
  const ratios = new Float64Array(ends.length).fill(Number.NaN);
  const changes = new Float64Array(ends.length).fill(Number.NaN);
  /** The moving average of week k if it ended with session t. */
  function smooth(k: number, t: number): number {
    const value = 100 * Math.log(ratio[t]!);
    return k === 0 ? value : smoothed[k - 1]! + alpha * (value - smoothed[k - 1]!);
  }
  /** The same of the ratio. Weeks that are over are worked out when first asked for: NaN until then. */
  const strengthOf = (k: number, t: number) =>
    k < span - 1 ? Number.NaN : aroundHundred(smoothed, k, smooth(k, t));
  const weeklyStrength = (k: number) => {
    if (Number.isNaN(ratios[k]!)) ratios[k] = strengthOf(k, ends[k]!);
    return ratios[k]!;
  };
  const workOutChanges = (from: number, to: number) => {
    for (let k = from; k < to; k++)
      if (Number.isNaN(changes[k]!)) changes[k] = weeklyStrength(k) - weeklyStrength(k - changeWeeks);
  };
  /** How many weeks with a value lie before that of a session. */
  const weeksBefore = (t: number) => {
    const week = weekOf(days[t]!);
    let low = 0;
    let high = numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (numbers[middle]! < week) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    at: (t) => {
      const k = weeksBefore(t);
      if (k < mapWeeks - 1 || numbers[k - mapWeeks + 1] !== weekOf(days[t]!) - mapWeeks + 1) return null;
      workOutChanges(k - span + 1, k);
      const strength = strengthOf(k, t);
      return {
        ratio: strength,
        momentum: aroundHundred(changes, k, strength - weeklyStrength(k - changeWeeks)),
      };
    },
    weeks: (t) => weeksBefore(t) + 1,
    ends: (t, n) => {
      const k = weeksBefore(t);
      return [...ends.slice(Math.max(0, k - n + 1), k), t];
    },
  };
}

export type Quadrant = 'leading' | 'weakening' | 'lagging' | 'improving';

/** The quadrant of a point on the map; 100 itself counts as above. */
export function quadrant({ ratio, momentum }: MapPoint): Quadrant {
  if (ratio >= 100) return momentum >= 100 ? 'leading' : 'weakening';
  return momentum >= 100 ? 'improving' : 'lagging';
}
