import { expect, it } from 'vitest';
import { runningMaximum } from '../../../lambda/analytics/running-maximum.ts';

it('is the highest value so far, absent ones passed over', () => {
  expect([...runningMaximum(Float64Array.of(Number.NaN, 2, Number.NaN, 1, 3))]).toEqual([
    ...[Number.NaN, 2, 2, 2, 3],
  ]);
});

it('begins with the first value, below zero too', () => {
  expect([...runningMaximum(Float64Array.of(-5, -7, -4))]).toEqual([-5, -5, -4]);
});
