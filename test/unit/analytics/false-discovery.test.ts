import { expect, it } from 'vitest';
import { falseDiscoveryRates } from '../../../lambda/analytics/false-discovery.ts';

/** The fifteen p of Benjamini and Hochberg's own example (1995, section 2.2), and their q by hand. */
const example = [
  ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
  ...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
];
const byHand = [
  ...[0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645],
  ...[0.0765, 0.486, 0.581182, 0.714875, 0.753231, 0.813214, 1],
];

it('are those of the authors’ example, in whatever order it comes', () => {
  for (const order of [example, example.toReversed()]) {
    const rates = falseDiscoveryRates(order);
    for (const [i, p] of order.entries()) expect(rates[i]).toBeCloseTo(byHand[example.indexOf(p)]!, 6);
  }
  expect(falseDiscoveryRates(example).filter((q) => q <= 0.05)).toHaveLength(4);
});

it('of nothing are none, and of one test its own p', () => {
  expect(falseDiscoveryRates([])).toEqual([]);
  expect(falseDiscoveryRates([0.04])).toEqual([0.04]);
});
