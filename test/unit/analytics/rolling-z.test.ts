import { sampleStandardDeviation, zScore } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { rollingZ } from '../../../lambda/analytics/rolling-z.ts';
import { uniforms } from '../../support/made-up-market.ts';

const { NaN: none } = Number;

/** The definition, one window after another, by another library. */
function byDefinition(values: Float64Array, window: number, needed: number): number[] {
  return [...values].map((value, t) => {
    const there = [...values.subarray(Math.max(0, t - window + 1), t + 1)].filter((x) => !Number.isNaN(x));
    if (Number.isNaN(value) || there.length < needed) return none;
    const mean = there.reduce((sum, x) => sum + x, 0) / there.length;
    return zScore(value, mean, sampleStandardDeviation(there));
  });
}

describe('a rolling z-score', () => {
  it('is the definition’s, over holes and far more steps than lie between two recomputations', () => {
    const next = uniforms(7);
    const values = Float64Array.from({ length: 900 }, () => (next() < 0.1 ? none : 50 + next()));
    const expected = byDefinition(values, 40, 30);
    const scores = rollingZ(values, 40, 30);
    expect(scores.findIndex((score) => !Number.isNaN(score))).toBe(
      expected.findIndex((score) => !Number.isNaN(score)),
    );
    expected.forEach((score, t) => {
      if (Number.isNaN(score)) expect(scores[t]).toBeNaN();
      else expect(scores[t]).toBeCloseTo(score, 9);
    });
  });

  it('forgets a value a million times the rest once it has left the window', () => {
    const values = Float64Array.from({ length: 60 }, (_, t) => (t === 5 ? 3e6 : t % 3));
    const scores = rollingZ(values, 10, 10);
    byDefinition(values, 10, 10).forEach((score, t) => {
      if (t > 15) expect(scores[t]).toBeCloseTo(score, 9);
    });
  });

  // 0.1 + 0.2 is not 0.3: such values differ by rounding alone.
  it.each([
    ['are equal', Float64Array.of(0.3, 0.3, 0.3, 0.3)],
    ['differ by rounding', Float64Array.of(0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2)],
    ['differ by rounding, below zero', Float64Array.of(-0.3, -0.1 - 0.2, -0.3, -0.1 - 0.2)],
  ])('is none where values %s', (_, values) => {
    expect([...rollingZ(values, 4, 2)]).toEqual([none, none, none, none]);
  });

  it('needs just as many values as it says', () => {
    // Of 1, 2, 3: mean 2, deviation 1.
    expect([...rollingZ(Float64Array.of(1, 2, 3), 3, 3)]).toEqual([none, none, 1]);
    expect([...rollingZ(Float64Array.of(1, none, 3, 2), 3, 3)]).toEqual([none, none, none, none]);
  });
});
