import { describe, expect, it } from 'vitest';
import { normalDensity, normalProbability } from '../../../lambda/analytics/normal-distribution.ts';

/** From 40-digit values of erfc(-x/√2)/2, rounded to double precision. */
const table: [number, number][] = [
  [-8, 6.220960574271784e-16],
  [-5, 2.866515718791939e-7],
  [-3.5, 0.00023262907903552504],
  [-3, 0.0013498980316300946],
  [-2.5, 0.006209665325776135],
  [-1.96, 0.024997895148220435],
  [-1, 0.15865525393145705],
  [-0.1, 0.460172162722971],
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [1, 0.8413447460685429],
  [1.6448536269514722, 0.95],
  [2.3263478740408408, 0.99],
  [3, 0.9986501019683699],
  [4, 0.9999683287581669],
];

describe('the normal distribution', () => {
  it.each(table)('has probability Φ(%d) = %d', (x, expected) => {
    expect(Math.abs(normalProbability(x) / expected - 1)).toBeLessThan(1e-13);
  });

  it('is symmetric, and joins where its two expansions meet', () => {
    for (const x of [0, 0.3, 1, 2.999999, 3, 3.000001, 5])
      expect(normalProbability(x) + normalProbability(-x)).toBeCloseTo(1, 14);
    expect(normalProbability(3.000001) - normalProbability(2.999999)).toBeCloseTo(
      2e-6 * normalDensity(3),
      14,
    );
  });

  it('ends at zero and one', () => {
    expect(normalProbability(-40)).toBeGreaterThanOrEqual(0);
    expect(normalProbability(-40)).toBeLessThan(1e-300);
    expect(normalProbability(40)).toBe(1);
    expect(normalProbability(Number.NaN)).toBeNaN();
  });
});
