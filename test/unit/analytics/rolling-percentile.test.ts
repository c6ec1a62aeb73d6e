import { expect, it } from 'vitest';
import { percentileRank } from '../../../lambda/analytics/percentile-rank.ts';
import { rollingPercentile } from '../../../lambda/analytics/rolling-percentile.ts';
import { mulberry32 } from '../../../lambda/analytics/seeded-random.ts';

it('is the percentile of each value among the last, whatever ties and leaves', () => {
  const next = mulberry32(5);
  // Few distinct values, some of which agree to nine decimals only.
  const values = Float64Array.from({ length: 400 }, () => Math.floor(next() * 20) / 10 + next() * 1e-11);
  const ranks = rollingPercentile(values, 50, 20);
  for (const [t, value] of values.entries()) {
    const window = values.subarray(Math.max(0, t - 49), t + 1);
    expect(ranks[t]).toBe(t < 19 ? Number.NaN : percentileRank(window, value));
  }
});
