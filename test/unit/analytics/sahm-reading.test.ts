import { expect, it } from 'vitest';
import { percentileRank } from '../../../lambda/analytics/percentile-rank.ts';
import { sahmReading } from '../../../lambda/analytics/sahm-reading.ts';

it('is zero, and no more or less, where the mean is the lowest of the year’s', () => {
  // The mean of the last three months is that of the three before the last; as sums of doubles they are -9e-16 apart.
  const rates = Float64Array.of(6, 6.3, 6.1, 5.9, 5.8, 5.9, 5.9, 5.7, 5.7, 5.6, 5.6, 5.6, 5.7, 5.4, 5.6);
  expect(Object.is(sahmReading(rates), 0)).toBe(true);
});

it('looks back over the twelve means before, the oldest included', () => {
  const rates = new Float64Array(15).fill(4);
  expect(sahmReading(rates.with(0, 1))).toBeCloseTo(1, 12);
});

it('ties with an equal reading of other months', () => {
  const readings = [0.1 + 0.2, 0.3, 0.3 - 4e-16].map((sum) => sum / 3);
  for (const reading of readings) expect(percentileRank(readings, reading)).toBe(1);
  expect(percentileRank([0.1, 0.1 + 2e-9], 0.1)).toBe(0.5);
});
