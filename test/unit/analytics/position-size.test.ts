import { describe, expect, it } from 'vitest';
import { positionSize } from '../../../lambda/analytics/position-size.ts';
import fc from '../../support/fast-check.ts';

const money = fc.double({ min: 1, max: 1e7, noNaN: true });

describe('position size by risk', () => {
  it('divides the budget by the distance to the stop, in whole shares', () => {
    // TNA on 31 December 2025: ATR 1.942170, so two ATR are 3.884340; 1 000 / 3.884340 = 257.44
    const size = positionSize({
      budget: 1_000,
      stopDistance: 2 * 1.942170127099692,
      price: 45.54,
      capital: 100_000,
    });
    expect(size.shares).toBe(257);
    expect(size.notional).toBeCloseTo(11_703.78, 9);
  });

  it('never costs more than the capital, even when the stop is near', () => {
    expect(positionSize({ budget: 1_000, stopDistance: 0.01, price: 50, capital: 100_000 })).toStrictEqual({
      shares: 2_000,
      notional: 100_000,
    });
  });

  it('takes the price for the distance when the stop would lie below zero', () => {
    expect(positionSize({ budget: 1_000, stopDistance: 60, price: 50, capital: 100_000 }).shares).toBe(20);
  });

  it('refuses a price or a distance of nothing', () => {
    for (const nothing of [{ price: 0 }, { stopDistance: 0 }])
      expect(() =>
        positionSize({ budget: 1_000, stopDistance: 2, price: 50, capital: 100_000, ...nothing }),
      ).toThrow(RangeError);
  });

  it('risks no more than the budget, and one more share would be too many', () => {
    fc.assert(
      fc.property(money, money, money, money, (budget, stopDistance, price, capital) => {
        const { shares, notional } = positionSize({ budget, stopDistance, price, capital });
        const slack = 1 + 1e-12;
        const atRisk = Math.min(stopDistance, price);
        expect(shares * atRisk).toBeLessThanOrEqual(budget * slack);
        expect(notional).toBeLessThanOrEqual(capital * slack);
        const more = shares + 1;
        expect(more * atRisk * slack > budget || more * price * slack > capital).toBe(true);
      }),
    );
  });

  it('refuses a stop that is no distance away', () => {
    expect(() => positionSize({ budget: 1, stopDistance: 0, price: 1, capital: 1 })).toThrow(RangeError);
    expect(() => positionSize({ budget: 1, stopDistance: 1, price: Number.NaN, capital: 1 })).toThrow(
      RangeError,
    );
  });
});
