import { expect, it } from 'vitest';
import { pricedRate } from '../../../lambda/analytics/priced-rate.ts';

/** CME's own example, "Understanding the CME Group FedWatch Tool Methodology": September 2022, decision on the 21st. */
it('takes the days before the decision out of a month’s average', () => {
  const [before, after] = [2.33, 3.08];
  const average = (21 * before + 9 * after) / 30;
  expect(pricedRate(average, before, { inMonth: 30, upTo: 21 })).toBeCloseTo(after, 12);
});

it('is the average itself of a month that lies after the decision', () => {
  expect(pricedRate(3.5, 3.64, { inMonth: 28, upTo: 0 })).toBe(3.5);
});

it.each([30, 31, -1])('cannot be of a month of 30 days with %i of them before', (upTo) => {
  expect(() => pricedRate(3.5, 3.64, { inMonth: 30, upTo })).toThrow(RangeError);
});
