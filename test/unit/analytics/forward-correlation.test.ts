import { expect, it } from 'vitest';
import { correlationInterval, forwardCorrelation } from '../../../lambda/analytics/forward-correlation.ts';

it('a correlation leaves out the cases without a signal or a level', () => {
  // Signals 1, 2 and 4, followed by changes of 1, 3 and 2; after the 9 the level is absent, before the 7 the signal.
  const signal = Float64Array.of(1, 2, 9, Number.NaN, 4, 0);
  const level = Float64Array.of(0, 1, 4, Number.NaN, 7, 9);
  const { correlation, count } = forwardCorrelation(signal, level, 1);
  expect([...count]).toEqual([0, 1, 2, 2, 2, 3]);
  // Means 7/3 and 2: (-4/3)(-1) + (-1/3)(1) + 0 = 1 over the root of 14/3 times 2.
  expect(correlation[5]).toBeCloseTo(1 / Math.sqrt(28 / 3), 14);
});

it('the interval of a correlation is that of Fisher’s transformation', () => {
  // r = 0.5 of 28 pairs: 0.5493 -/+ 1.96/5 is 0.1573 and 0.9413, whose hyperbolic tangents are 0.1560 and 0.7358.
  const { low, high } = correlationInterval(0.5, 28);
  expect(low).toBeCloseTo(0.156, 4);
  expect(high).toBeCloseTo(0.7358, 4);
});
