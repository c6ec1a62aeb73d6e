import { describe, expect, it } from 'vitest';
import { breakeven } from '../../lambda/analytics/breakeven.ts';
import { dailyMultiple } from '../../lambda/analytics/daily-multiple.ts';
import { yearOutcome } from '../../lambda/analytics/year-outcome.ts';

/** What prospectuses print: percent with one decimal, index return down, volatility across. */
const volatilities = [10, 25, 50, 75, 100];
const published = {
  threefold: {
    beta: 3,
    rows: {
      '-60': [-93.8, -94.7, -97.0, -98.8, -99.7],
      '-40': [-79.0, -82.1, -89.8, -96.0, -98.9],
      '-20': [-50.3, -57.6, -75.8, -90.5, -97.5],
      '0': [-3.0, -17.1, -52.8, -81.5, -95.0],
      '20': [67.7, 43.3, -18.4, -68.0, -91.4],
      '40': [166.3, 127.5, 29.6, -49.2, -86.3],
      '60': [297.5, 239.6, 93.5, -24.2, -79.6],
    },
  },
  // ProShares prospectus, SEC accession 0001683863-24-004171.
  twofold: {
    beta: 2,
    rows: {
      '10': [19.8, 13.7, -5.8, -31.1, -55.5],
      '0': [-1.0, -6.1, -22.1, -43.0, -63.2],
      '-40': [-64.4, -66.2, -72.0, -79.5, -86.8],
    },
  },
} as const;

describe('the one-year outcome table of fund prospectuses', () => {
  for (const [name, { beta, rows }] of Object.entries(published))
    for (const [move, expected] of Object.entries(rows))
      it(`${name}, index ${move} %`, () => {
        const computed = volatilities.map((sigma) =>
          Number((100 * yearOutcome(Number(move) / 100, sigma / 100, beta)).toFixed(1)),
        );
        expect(computed).toEqual(expected);
      });
});

describe('toy paths of a fund that resets three times the index every day', () => {
  const percent = (value: number) => Number((100 * value).toFixed(3));

  it('up ten percent, then down ten', () => {
    expect(percent(dailyMultiple(Float64Array.of(0.1, -0.1), 1))).toBe(-1);
    expect(percent(dailyMultiple(Float64Array.of(0.1, -0.1), 3))).toBe(-9);
  });

  it('down ten percent, then back to where it was', () => {
    expect(percent(dailyMultiple(Float64Array.of(-0.1, 1 / 0.9 - 1), 3))).toBe(-6.667);
  });

  it('a year of one percent up and one down in turn', () => {
    const days = Float64Array.from({ length: 252 }, (_, day) => (day % 2 === 0 ? 0.01 : -0.01));
    expect(percent(dailyMultiple(days, 1))).toBe(-1.252);
    expect(percent(dailyMultiple(days, 3))).toBe(-10.725);
  });

  it('is flat after a year at 25 % volatility when the index made 6.45 %', () => {
    expect((100 * breakeven(0.25, 1, 3)).toFixed(2)).toBe('6.45');
    expect(yearOutcome(breakeven(0.25, 1, 3), 0.25, 3)).toBeCloseTo(0, 12);
  });

  it('is flat with costs when it has made them up before costs', () => {
    expect(yearOutcome(breakeven(0.25, 1, 3, 0.03), 0.25, 3)).toBeCloseTo(Math.exp(0.03) - 1, 12);
    // A quarter of a year has the variance of a year at half the volatility.
    expect(breakeven(0.5, 0.25, 3, 0.12)).toBeCloseTo(breakeven(0.25, 1, 3, 0.03), 12);
  });
});
