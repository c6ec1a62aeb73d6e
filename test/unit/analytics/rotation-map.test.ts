import { describe, expect, it } from 'vitest';
import { mapWeeks, rotationMap } from '../../../lambda/analytics/rotation-map.ts';
import { uniforms } from '../../support/made-up-market.ts';

/** 2 January 2023, a Monday, as days since 1970-01-01. */
const monday = Date.UTC(2023, 0, 2) / 86_400_000;
/** Forty weeks of five sessions; the fifth week has no Monday, and the ninth ends on its Tuesday. */
const days = Int32Array.from(
  Array.from({ length: 200 }, (_, t) => monday + 7 * Math.floor(t / 5) + (t % 5)).filter(
    (day) => ![28, 58, 59, 60].includes(day - monday),
  ),
);
const next = uniforms(31);
const ratio = Float64Array.from(days, (_, t) => 0.4 + 0.001 * t + 0.02 * next());
const map = rotationMap(ratio, days);

/** The weekly values up to a session: of each week with a value its newest, the last one to date. */
function weeklyOf(values: Float64Array, t: number): number[] {
  const weeks = new Map<number, number>();
  for (let i = 0; i <= t; i++)
    if (!Number.isNaN(values[i]!)) weeks.set(Math.floor((days[i]! - monday) / 7), values[i]!);
  return [...weeks.values()];
}

/** 100 and the z-score of the last of fourteen, with the population deviation. */
function around(values: readonly number[]): number {
  const last = values.slice(-14);
  const mean = last.reduce((sum, value) => sum + value, 0) / 14;
  const variance = last.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 14;
  return 100 + (last.at(-1)! - mean) / Math.sqrt(variance);
}

/** The map as docs/methods/rotation.md defines it, from the weekly values alone. */
function byDefinition(weekly: readonly number[]) {
  const smoothed: number[] = [];
  for (const value of weekly.map((q) => 100 * Math.log(q)))
    smoothed.push(smoothed.length === 0 ? value : (2 * smoothed.at(-1)! + value) / 3);
  const ratios = smoothed.map((_, k) => (k < 13 ? Number.NaN : around(smoothed.slice(0, k + 1))));
  return { ratio: ratios.at(-1)!, momentum: around(ratios.map((one, k) => one - ratios[k - 2]!)) };
}

describe('the rotation map', () => {
  it('is that of its definition on every session, the week under way to date', () => {
    let found = 0;
    // Backwards first, so that no week has been worked out before.
    for (const t of [...days.keys(), ...[...days.keys()].toReversed()]) {
      const weekly = weeklyOf(ratio, t);
      const place = rotationMap(ratio, days).at(t);
      const kept = map.at(t);
      expect(kept).toEqual(place);
      expect(map.weeks(t)).toBe(weekly.length);
      if (weekly.length < mapWeeks) expect(place).toBeNull();
      else {
        found++;
        const expected = byDefinition(weekly);
        expect(place!.ratio).toBeCloseTo(expected.ratio, 8);
        expect(place!.momentum).toBeCloseTo(expected.momentum, 8);
      }
    }
    expect(found).toBeGreaterThan(100);
  });

  it('passes over sessions without a value; a week without any leaves no place for 29 weeks', () => {
    const [last, start] = [days.length - 1, days.indexOf(monday + 7 * 15)];
    const without = (from: number, to: number) =>
      ratio.map((value, t) => (t >= from && t <= to ? Number.NaN : value));
    const holed = without(start + 1, start + 4);
    expect(rotationMap(holed, days).at(last)!.ratio).toBeCloseTo(
      byDefinition(weeklyOf(holed, last)).ratio,
      8,
    );
    expect(rotationMap(without(start, start + 4), days).at(last)).toBeNull();
    const old = days.indexOf(monday + 7 * 10);
    expect(rotationMap(without(old, old + 4), days).at(last)).not.toBeNull();
    expect(rotationMap(without(old + 5, old + 9), days).at(last)).toBeNull();
  });

  it('is 100 where nothing moves', () => {
    expect(
      rotationMap(
        ratio.map(() => 0.4),
        days,
      ).at(days.length - 1),
    ).toEqual({ ratio: 100, momentum: 100 });
  });

  it('has the newest session of each week, and of the week under way the one asked for', () => {
    // The third week begins with session 10; its Wednesday is 12.
    expect(map.ends(12, 3)).toEqual([4, 9, 12]);
    expect(map.ends(12, 2)).toEqual([9, 12]);
    expect(map.ends(12, 9)).toEqual([4, 9, 12]);
  });
});
