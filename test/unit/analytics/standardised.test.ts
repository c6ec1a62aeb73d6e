import { expect, it } from 'vitest';
import { standardError } from '../../../lambda/analytics/standard-error.ts';
import { shareAtMost, standardised } from '../../../lambda/analytics/standardised.ts';

const { NaN: none } = Number;

it('an outcome is held against the estimate of the step before', () => {
  const outcomes = Float64Array.of(5, 1, -2, 0.5, none, 3);
  const estimates = Float64Array.of(1, 4, none, 1, 1.5, 1);
  expect([...standardised(outcomes, estimates)]).toEqual([none, 1, 0.5, none, none, 2]);
});

it('a move of exactly the limit is within it', () => {
  expect(shareAtMost(Float64Array.of(0.5, 1, 1.1, 2), 1)).toBe(0.5);
  expect(shareAtMost(Float64Array.of(0.5, 1, 1.1, 2), 2)).toBe(1);
});

it('the error of a mean is the deviation over the root of the number', () => {
  // Of 1, 2, 2, 3: deviations −1, 0, 0, 1, variance 2/3, over 4.
  expect(standardError(4, 8, 18)).toBeCloseTo(Math.sqrt(2 / 3 / 4), 12);
  expect(standardError(3, 6, 12)).toBe(0);
  expect(standardError(1, 1, 1)).toBeNaN();
});
