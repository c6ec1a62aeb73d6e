import { describe, expect, it } from 'vitest';
import {
  growth,
  level,
  meanMonthlyChange,
  meanOfLast,
  ofLastMonths,
  readings,
} from '../../../lambda/analytics/readings.ts';
import { addMonths } from '../../../lambda/calendar/civil.ts';
import type { Known } from '../../../lambda/series/known.ts';

/** Months from January 2024, some of them left out; values as given for those that are there. */
function monthly(values: readonly (number | null)[]): Known {
  const rows = values.flatMap((value, i) =>
    value === null ? [] : [[addMonths('2024-01-01', i), value] as const],
  );
  return {
    dates: rows.map(([date]) => date),
    values: Float64Array.from(rows, ([, value]) => value),
    length: rows.length,
  };
}

const rising = Array.from({ length: 15 }, (_, i) => 100 + i);

describe('readings', () => {
  it('join by month, so that a hole takes its own and what rests on it, and shifts nothing', () => {
    // 100, 101, … with the third month never published: the change over a year of month 14 has no base
    const known = monthly(rising.map((value, i) => (i === 2 ? null : value)));
    const { periods, values } = readings(known, growth(12), 1, '2025-01-01');
    expect(periods).toEqual(['2025-01-01', '2025-02-01', '2025-03-01']);
    expect(values[0]).toBeCloseTo(112 / 100 - 1, 15);
    expect(values[1]).toBeCloseTo(113 / 101 - 1, 15);
    expect(values[2]).toBeNaN();
  });

  it('keep the place of a month that was never published', () => {
    const known = monthly([4.1, 4.2, null, 4.4]);
    const { periods, values } = readings(known, level, 1, '2024-01-01');
    expect(periods).toEqual(['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01']);
    expect([...values]).toEqual([4.1, 4.2, Number.NaN, 4.4]);
  });

  it('see nothing behind what is known', () => {
    const known = { ...monthly([1, 2, 3, 4]), length: 2 };
    expect(readings(known, level, 1, '2024-01-01').periods).toEqual(['2024-01-01', '2024-02-01']);
    expect(readings(known, level, 0, '2024-01-01').periods).toEqual(['2024-01-01', '2024-02-01']);
    expect(readings(known, growth(1), 0, '2024-02-01').values[0]).toBe(1);
    expect(readings(known, level, 1, '2024-03-01').periods).toEqual([]);
    expect(readings(known, level, 0, '2024-03-01').values).toHaveLength(0);
  });

  it('begin with the first period on or after a date', () => {
    const known = monthly([1, 2, 4, 12]);
    expect([...readings(known, level, 0, '2023-06-01').values]).toEqual([1, 2, 4, 12]);
    expect([...readings(known, level, 1, '2024-02-15').values]).toEqual([4, 12]);
    expect([...readings(known, growth(1), 0, '2024-02-01').values]).toEqual([1, 1, 2]);
  });

  it('annualise a growth of three months', () => {
    const known = monthly([100, 100, 100, 101]);
    expect(growth(3, 4)(known, 3)).toBeCloseTo(1.01 ** 4 - 1, 15);
    expect(growth(3, 4)(known, 2)).toBeNaN();
  });

  it('average changes and observations, each only when it is all there', () => {
    const known = monthly([100, 110, 90, 130, 150]);
    expect(meanMonthlyChange(3)(known, 3)).toBeCloseTo(10, 12);
    expect(meanMonthlyChange(3)(known, 4)).toBeCloseTo(40 / 3, 12);
    expect(meanMonthlyChange(3)(known, 2)).toBeNaN();
    expect(meanMonthlyChange(3)(monthly([100, 110, null, 130, 150]), 3)).toBeNaN();
    expect(meanOfLast(4)(known, 3)).toBe(107.5);
    expect(meanOfLast(4)(known, 2)).toBeNaN();
    const sum = ofLastMonths(2, (values) => values[0]! + values[1]!);
    expect(sum(known, 1)).toBe(210);
    expect(sum(known, 0)).toBeNaN();
  });
});
