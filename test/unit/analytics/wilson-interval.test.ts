import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../lambda/analytics/wilson-interval.ts';

describe('the score interval', () => {
  // R. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is the published one', (k, n, low, high) => {
    const interval = wilsonInterval(k / n, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});
