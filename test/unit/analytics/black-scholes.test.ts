import { describe, expect, it } from 'vitest';
import { call, type OptionTerms, put } from '../../../lambda/analytics/black-scholes.ts';
import fc from '../../support/fast-check.ts';

const near = (value: number, expected: number, digits: number) => expect(value).toBeCloseTo(expected, digits);

const terms: fc.Arbitrary<OptionTerms> = fc.record({
  spot: fc.double({ min: 5, max: 500, noNaN: true }),
  strike: fc.double({ min: 5, max: 500, noNaN: true }),
  years: fc.double({ min: 0.01, max: 3, noNaN: true }),
  rate: fc.double({ min: -0.01, max: 0.15, noNaN: true }),
  dividendYield: fc.double({ min: 0, max: 0.08, noNaN: true }),
  volatility: fc.double({ min: 0.03, max: 1.5, noNaN: true }),
});

describe('Black–Scholes–Merton', () => {
  it('gives the closed-form values of QuantLib for a put with a yield', () => {
    const value = put({
      spot: 100,
      strike: 95,
      years: 0.25,
      rate: 0.04,
      dividendYield: 0.01,
      volatility: 0.25,
    });
    near(value.price, 2.505044, 6);
    near(value.delta, -0.296328, 6);
  });

  it("gives Hull's textbook example", () => {
    const hull = { spot: 42, strike: 40, years: 0.5, rate: 0.1, dividendYield: 0, volatility: 0.2 };
    near(call(hull).price, 4.7594, 4);
    near(put(hull).price, 0.8086, 4);
  });

  it('keeps put–call parity', () => {
    fc.assert(
      fc.property(terms, (t) => {
        const forward =
          t.spot * Math.exp(-t.dividendYield * t.years) - t.strike * Math.exp(-t.rate * t.years);
        expect(call(t).price - put(t).price).toBeCloseTo(forward, 9);
        expect(call(t).delta - put(t).delta).toBeCloseTo(Math.exp(-t.dividendYield * t.years), 12);
      }),
    );
  });

  it('a put rises with volatility and strike, falls with the spot, and keeps its bounds', () => {
    fc.assert(
      fc.property(terms, fc.double({ min: 1.01, max: 2, noNaN: true }), (t, factor) => {
        const slack = 1e-9 * (t.spot + t.strike);
        const { price, delta } = put(t);
        expect(put({ ...t, volatility: t.volatility * factor }).price).toBeGreaterThanOrEqual(price - slack);
        expect(put({ ...t, strike: t.strike * factor }).price).toBeGreaterThanOrEqual(price - slack);
        expect(put({ ...t, spot: t.spot * factor }).price).toBeLessThanOrEqual(price + slack);
        expect(price).toBeGreaterThanOrEqual(-slack);
        expect(price).toBeLessThanOrEqual(t.strike * Math.exp(-t.rate * t.years) + slack);
        expect(delta).toBeGreaterThanOrEqual(-1);
        expect(delta).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('has the delta that the price moves by', () => {
    fc.assert(
      fc.property(terms, (t) => {
        const step = t.spot * 1e-4;
        const up = put({ ...t, spot: t.spot + step }).price;
        const down = put({ ...t, spot: t.spot - step }).price;
        expect((up - down) / (2 * step)).toBeCloseTo(put(t).delta, 4);
      }),
    );
  });

  it.each(['spot', 'strike', 'years', 'volatility'] as const)('refuses a %s of zero or none', (name) => {
    const good = { spot: 100, strike: 95, years: 0.25, rate: 0.04, dividendYield: 0.01, volatility: 0.25 };
    expect(() => put({ ...good, [name]: 0 })).toThrow(name);
    expect(() => call({ ...good, [name]: Number.NaN })).toThrow(name);
  });
});
