import { describe, expect, it } from 'vitest';
import { efficiencyRatio } from '../../../lambda/analytics/efficiency-ratio.ts';
import { recoveryGain } from '../../../lambda/analytics/recovery-gain.ts';
import { varianceRatio, varianceRatioError } from '../../../lambda/analytics/variance-ratio.ts';
import { uniforms } from '../../support/made-up-market.ts';

describe('the efficiency ratio', () => {
  it('is 1 on a straight line, 0 where the path comes back, and between else', () => {
    expect(efficiencyRatio([1, 2, 3, 4], 3)).toBe(1);
    expect(efficiencyRatio([4, 3, 2, 1], 3)).toBe(1);
    expect(efficiencyRatio([1, 2, 1], 2)).toBe(0);
    expect(efficiencyRatio([10, 11, 10, 12], 3)).toBe(0.5);
  });

  it('needs the whole window, and a move', () => {
    expect(efficiencyRatio([1, 2], 2)).toBeNull();
    expect(efficiencyRatio([5, 5, 5], 2)).toBeNull();
    expect(efficiencyRatio([5, 6, 4], 1)).toBe(1);
    expect(efficiencyRatio([5, 6, 4], 0)).toBeNull();
  });
});

describe('the variance ratio', () => {
  it('is what Lo and MacKinlay’s formula gives by hand', () => {
    // Returns 1, 2, 4, 1 at lag 2: mean 2, variance 6/3 = 2. Two-session sums 3, 6, 5 less 4: 1 + 4 + 1 = 6,
    // over 2 (4 - 2 + 1) (1 - 2/4) = 3: 2. The ratio is 1.
    expect(varianceRatio([1, 2, 4, 1], 4, 2)).toBeCloseTo(1, 12);
    // The same returns sorted trend: 1, 1, 2, 4. Sums 2, 3, 6 less 4: 4 + 1 + 4 = 9, over 3: 3. The ratio is 1.5.
    expect(varianceRatio([1, 1, 2, 4], 4, 2)).toBeCloseTo(1.5, 12);
  });

  it('is near 1 for independent returns, well below for returns that reverse', () => {
    const next = uniforms(7);
    const independent = Float64Array.from({ length: 20_000 }, () => next() - 0.5);
    const reversing = independent.map((value, t) => value - 0.8 * (independent[t - 1] ?? 0));
    expect(varianceRatio(independent, 20_000, 5)).toBeCloseTo(1, 1);
    expect(varianceRatio(reversing, 20_000, 5)).toBeLessThan(0.5);
  });

  it('looks at the last n only and needs them', () => {
    expect(varianceRatio([99, -99, 1, 2, 4, 1], 4, 2)).toBeCloseTo(1, 12);
    expect(varianceRatio([1, 2, 3], 4, 2)).toBeNull();
    expect(varianceRatio([1, 1, 1, 1], 4, 2)).toBeNull();
    expect(varianceRatio([1, 2, 4], 3, 2)).toBeNull();
    expect(varianceRatio([1, 2, 4], 3, 1)).toBeCloseTo(1, 12);
  });
});

describe('the error of the variance ratio', () => {
  it('is that of Lo and MacKinlay', () => {
    expect(varianceRatioError(252, 5)).toBeCloseTo(0.138013, 6);
    // At lag 2 it is the root of 1/n.
    expect(varianceRatioError(400, 2)).toBeCloseTo(0.05, 12);
  });

  it('is the deviation of the ratios of independent returns', () => {
    const next = uniforms(11);
    const ratios = Array.from({ length: 2000 }, () => {
      const returns = Float64Array.from({ length: 252 }, () => next() + next() + next() - 1.5);
      return varianceRatio(returns, 252, 5)!;
    });
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    const sd = Math.sqrt(ratios.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0) / ratios.length);
    expect(Math.abs(sd / varianceRatioError(252, 5) - 1)).toBeLessThan(0.1);
  });
});

describe('the gain to recover', () => {
  it('undoes the fall', () => {
    expect(recoveryGain(-0.5)).toBe(1);
    expect(recoveryGain(-0.577)).toBeCloseTo(1.36407, 5);
    expect(recoveryGain(0)).toBe(0);
    expect(recoveryGain(-1)).toBeNull();
    expect(() => recoveryGain(0.1)).toThrow(RangeError);
    expect(() => recoveryGain(-1.1)).toThrow(RangeError);
  });
});
