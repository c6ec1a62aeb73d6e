import { quantileSorted } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { horizonCounts, horizonOutcomes } from '../../../lambda/analytics/horizon-outcomes.ts';
import { quantile } from '../../../lambda/analytics/quantile.ts';
import { selectQuantile } from '../../../lambda/analytics/select-quantile.ts';
import fc from '../../support/fast-check.ts';

describe('outcomes by holding period', () => {
  // Index +10 %, -10 %, +10 %, -10 %; a perfect daily triple makes +30 %, -30 %, +30 %, -30 %.
  const index = [100, 110, 99, 108.9, 98.01];
  const triple = [100, 130, 91, 118.3, 82.81];

  it('over one session a perfect triple never falls short', () => {
    const outcomes = horizonOutcomes(triple, index, 3, 1)!;
    expect(outcomes.made.median).toBeCloseTo(0, 12);
    expect(outcomes.gap.p05).toBeCloseTo(0, 12);
    expect(outcomes.gap.p95).toBeCloseTo(0, 12);
  });

  it('over two sessions that go up and down it always does, by 6 points', () => {
    const outcomes = horizonOutcomes(triple, index, 3, 2)!;
    // 1.3 x 0.7 - 1 = -9 %; three times (1.1 x 0.9 - 1) = -3 %.
    expect(outcomes.made.median).toBeCloseTo(-0.09, 12);
    expect(outcomes.gap.median).toBeCloseTo(-0.06, 12);
    expect(outcomes.short).toBe(1);
  });

  it('counts windows that overlap and windows side by side', () => {
    expect(horizonCounts(5, 2)).toEqual({ overlapping: 3, apart: 2 });
    expect(horizonCounts(2, 5)).toEqual({ overlapping: 0, apart: 0 });
    expect(horizonOutcomes([1, 2], [1, 2], 3, 5)).toBeNull();
  });
});

describe('a quantile by selection', () => {
  const values = fc.array(fc.double({ min: -1, max: 5, noNaN: true }), { minLength: 1, maxLength: 300 });

  it('is the quantile of the sorted values', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
        const sorted = Float64Array.from(list).sort();
        expect(selectQuantile(Float64Array.from(list), p)).toBeCloseTo(quantile(sorted, p), 12);
      }),
    );
  });

  it('agrees with another library at the median', () => {
    fc.assert(
      fc.property(values, (list) => {
        const sorted = [...list].sort((a, b) => a - b);
        expect(selectQuantile(Float64Array.from(list), 0.5)).toBeCloseTo(quantileSorted(sorted, 0.5), 12);
      }),
    );
  });

  it('asks for values', () => {
    expect(() => selectQuantile(new Float64Array(), 0.5)).toThrow(RangeError);
  });
});
