import { describe, expect, it } from 'vitest';
import { percentileRank } from '../../../lambda/analytics/percentile-rank.ts';

describe('percentile rank', () => {
  it('is the share of values at or below', () => {
    expect(percentileRank([10, 20, 30, 40, 50], 30)).toBe(0.6);
    expect(percentileRank([10, 20, 30, 40, 50], 5)).toBe(0);
    expect(percentileRank([10, 20, 30, 40, 50], 50)).toBe(1);
    expect(percentileRank([1, 1, 1, 2], 1)).toBe(0.75);
  });

  it('does not count what is not there', () => {
    expect(percentileRank([1, Number.NaN, 3, 4], 3)).toBeCloseTo(2 / 3, 15);
    expect(percentileRank([Number.NaN], 3)).toBeNull();
    expect(percentileRank([], 3)).toBeNull();
  });
});
