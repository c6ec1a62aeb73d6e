import { describe, expect, it } from 'vitest';
import { coverContracts, hedgeContracts } from '../../../lambda/analytics/put-hedge.ts';

describe('a hedge with puts on the underlying', () => {
  it('offsets the delta of the leveraged position', () => {
    // 3 × 22 770 = 68 310 of IWM exposure; a put of delta -0.25 on 100 shares at 246 offsets 6 150 of it
    expect(hedgeContracts({ notional: 22_770, beta: 3, spot: 246, delta: -0.25 })).toBe(11);
    expect(hedgeContracts({ notional: 22_770, beta: 1, spot: 246, delta: -0.25 })).toBe(4);
  });

  it('rounds to whole contracts, down to none for a small position', () => {
    expect(hedgeContracts({ notional: 1_000, beta: 3, spot: 246, delta: -0.25 })).toBe(0);
    expect(hedgeContracts({ notional: 1_030, beta: 3, spot: 246, delta: -0.25 })).toBe(1);
  });

  it('refuses a delta that cannot hedge, and a spot that is none', () => {
    expect(() => hedgeContracts({ notional: 1_000, beta: 3, spot: 246, delta: 0 })).toThrow(RangeError);
    expect(() => hedgeContracts({ notional: 1_000, beta: 3, spot: 246, delta: 0.2 })).toThrow(RangeError);
    expect(() => hedgeContracts({ notional: 1_000, beta: 3, spot: 0, delta: -0.2 })).toThrow(RangeError);
  });
});

describe('a cover of the whole exposure', () => {
  it('is as many contracts as the position moves like shares', () => {
    // 3 × 11 704 USD = 35 112 USD of IWM, at 24 616 USD a contract.
    expect(coverContracts({ notional: 11_704, beta: 3, spot: 246.16 })).toBeCloseTo(1.4264, 4);
    expect(coverContracts({ notional: 11_704, beta: -3, spot: 246.16 })).toBeCloseTo(1.4264, 4);
    expect(coverContracts({ notional: 0, beta: 3, spot: 246.16 })).toBe(0);
  });

  it('refuses a spot that is none', () => {
    expect(() => coverContracts({ notional: 1, beta: 3, spot: 0 })).toThrow(RangeError);
  });
});
