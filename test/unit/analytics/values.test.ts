import * as statistics from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { change } from '../../../lambda/analytics/change.ts';
import { continuousRate } from '../../../lambda/analytics/continuous-rate.ts';
import { correlation } from '../../../lambda/analytics/correlation.ts';
import { dividendYield } from '../../../lambda/analytics/dividend-yield.ts';
import { kupiecRatio } from '../../../lambda/analytics/kupiec.ts';
import { logReturns } from '../../../lambda/analytics/log-returns.ts';
import { rank } from '../../../lambda/analytics/rank.ts';
import { simpleReturns } from '../../../lambda/analytics/simple-returns.ts';
import { varianceDrag } from '../../../lambda/analytics/variance-drag.ts';
import { volatility } from '../../../lambda/analytics/volatility.ts';
import { welchT } from '../../../lambda/analytics/welch.ts';
import { wins } from '../../../lambda/analytics/wins.ts';

const of = (...values: number[]) => Float64Array.from(values);

it('a change is that over n elements, absent where either end is', () => {
  expect([...change(of(1, 2, Number.NaN, 9, 7), 2)]).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
    7,
    Number.NaN,
  ]);
});

it('log returns add up to the log of the growth, and begin with the second price', () => {
  const returns = logReturns(of(100, 110, 99));
  expect([returns.length, returns[0]]).toEqual([3, Number.NaN]);
  expect(Math.exp(returns[1]!)).toBeCloseTo(1.1, 14);
  expect(Math.exp(returns[1]! + returns[2]!)).toBeCloseTo(0.99, 14);
});

it('simple returns are fractions of the price before, from the second price on', () => {
  const returns = simpleReturns(of(100, 110, 99));
  expect([returns.length, returns[0]]).toEqual([3, Number.NaN]);
  expect(returns[1]).toBeCloseTo(0.1, 14);
  expect(returns[2]).toBeCloseTo(-0.1, 14);
});

it('wins are the sessions of the window that returned more; ties and absent returns are none', () => {
  const first = of(9, 1, 2, 3, Number.NaN, 5, 9);
  const second = of(0, 0, 2, 4, 0, 1, 0);
  expect(wins(first, second, 5, 5)).toBe(2);
  expect(wins(first, second, 5, 4)).toBe(1);
});

it('volatility is the sample deviation of a session times the root of 252', () => {
  // A hundredth to each side of the mean, of two: variance 2 (0.01)² over one.
  expect(volatility(of(0.03, 0.01))).toBeCloseTo(0.01 * Math.sqrt(2 * 252), 14);
});

it('variance drag is that of Avellaneda and Zhang, and none for a fund without leverage', () => {
  const returns = of(0.1, -0.2);
  expect(varianceDrag(returns, 3)).toBeCloseTo(Math.exp(-3 * 0.05) - 1, 14);
  expect(varianceDrag(returns, -1)).toBeCloseTo(Math.exp(-0.05) - 1, 14);
  expect(varianceDrag(returns, 1)).toBeCloseTo(0, 14);
});

it('a continuous rate grows to what a yield compounded twice a year does', () => {
  expect(Math.exp(continuousRate(0.04))).toBeCloseTo(1.02 ** 2, 14);
  expect(continuousRate(0)).toBe(0);
});

it('a correlation is that of another library, and absent where a column does not vary', () => {
  const [x, y] = [of(1, 4, 2, 8, 5), of(2, 3, 1, 9, 9)];
  expect(correlation(x, y)).toBeCloseTo(statistics.sampleCorrelation([...x], [...y]), 14);
  expect(correlation(x, of(3, 3, 3, 3, 3))).toBeNaN();
});

it('a yield is what dividends add to the return of the closes', () => {
  // 2 paid on 100 and reinvested: the adjusted close began at 98.
  expect(dividendYield([98, 110], [100, 110])).toBeCloseTo(2 / 98, 14);
  expect(dividendYield([100, 110], [100, 110])).toBe(0);
});

it('the highest value has rank 1, and equal values share the better rank', () => {
  const values = [0.01, 0.03, 0.02, 0.03];
  expect(values.map((_, index) => rank(values, index))).toEqual([4, 1, 3, 1]);
});

describe('Kupiec’s ratio', () => {
  // 3.841 is the 95 % point of chi-squared with one degree of freedom.
  it('takes the counts that his table does: for 5 % of 255 sessions, 7 to 20', () => {
    const taken = Array.from({ length: 40 }, (_, x) => x).filter((x) => kupiecRatio(x, 255, 0.05) < 3.841);
    expect([taken[0], taken.at(-1)]).toEqual([7, 20]);
    expect(taken).toHaveLength(14);
  });

  it('is zero at the expected count, and finite at none and at all', () => {
    expect(kupiecRatio(10, 200, 0.05)).toBeCloseTo(0, 12);
    expect(kupiecRatio(0, 200, 0.05)).toBeCloseTo(-400 * Math.log(0.95), 10);
    expect(kupiecRatio(200, 200, 0.05)).toBeCloseTo(-400 * Math.log(0.05), 10);
  });
});

describe('Welch’s t', () => {
  it('is the difference of means over the root of the summed squared errors', () => {
    // Means 2 and 5; variances 1 and 4 over 3 and 4 values: 1/3 + 4/4.
    expect(welchT(of(1, 2, 3), of(3, 5 - Math.sqrt(2), 5 + Math.sqrt(2), 7))).toBeCloseTo(
      -3 / Math.sqrt(1 / 3 + 1),
      12,
    );
  });

  it('is absent for a sample of one', () => {
    expect(welchT(of(1), of(1, 2))).toBeNaN();
    expect(welchT(of(1, 2), of())).toBeNaN();
    // Of two each: variances 1/2 over 2.
    expect(welchT(of(1, 2), of(3, 4))).toBeCloseTo(-2 / Math.sqrt(0.5), 12);
  });
});
