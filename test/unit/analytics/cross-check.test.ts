import * as statistics from 'simple-statistics';
import { ATR, getMaxDrawdown, SMA } from 'trading-signals';
import { describe, expect, it } from 'vitest';
import { averageTrueRange } from '../../../lambda/analytics/average-true-range.ts';
import { forwardCorrelation } from '../../../lambda/analytics/forward-correlation.ts';
import { leastSquares } from '../../../lambda/analytics/least-squares.ts';
import { mean } from '../../../lambda/analytics/mean.ts';
import { sampleDeviation } from '../../../lambda/analytics/standard-deviation.ts';
import { worstDrawdown } from '../../../lambda/analytics/worst-drawdown.ts';
import { uniforms } from '../../support/made-up-market.ts';

const next = uniforms(2024);
const sample = (length: number) => Float64Array.from({ length }, () => next() - 0.5);
const x = sample(300);
const y = x.map((value) => 2.9 * value + 0.1 * (next() - 0.5));

describe('agrees with simple-statistics', () => {
  it('on means and deviations', () => {
    expect(mean(x)).toBeCloseTo(statistics.mean([...x]), 14);
    expect(sampleDeviation(x)).toBeCloseTo(statistics.sampleStandardDeviation([...x]), 14);
  });

  it('on the least-squares line', () => {
    const points = [...x].map((value, i) => [value, y[i]!]);
    const line = statistics.linearRegression(points);
    const fitted = statistics.linearRegressionLine(line);
    expect(leastSquares(x, y).slope).toBeCloseTo(line.m, 12);
    expect(leastSquares(x, y).r2).toBeCloseTo(statistics.rSquared(points, fitted), 12);
  });

  it('on the correlation of a signal with what came after', () => {
    const horizon = 7;
    const end = 280;
    const outcomes = [...x].slice(0, end - horizon + 1).map((_, t) => y[t + horizon]! - y[t]!);
    const expected = statistics.sampleCorrelation([...x].slice(0, outcomes.length), outcomes);
    const { correlation, count } = forwardCorrelation(x, y, horizon);
    expect(correlation[end]).toBeCloseTo(expected, 12);
    expect(count[end]).toBe(274);
  });
});

describe('agrees with trading-signals', () => {
  const close = Float64Array.from(sample(80), (value, i) => 100 + i * 0.2 + 4 * value);
  const high = close.map((value) => value + 1 + next());
  const low = close.map((value) => value - 1 - next());

  it('on Wilder’s average true range, its seed too', () => {
    const reference = new ATR(14);
    // The library takes its first bar's range for a true range; ours begins with the second, which has a close before.
    const within = close.with(0, (high[1]! + low[1]!) / 2);
    const ours = averageTrueRange({ high, low, close: within }, 14);
    for (let t = 1; t < close.length; t++)
      reference.update({ high: high[t]!, low: low[t]!, close: close[t]! }, false);
    expect(ours.at(-1)).toBeCloseTo(reference.getResultOrThrow(), 12);
  });

  it('on simple averages and the worst drawdown', () => {
    const average = new SMA(20);
    for (const value of close) average.update(value, false);
    expect(mean(close.subarray(60))).toBeCloseTo(average.getResultOrThrow(), 12);
    // The library gives percent below the peak, as a positive number.
    expect(-100 * worstDrawdown(close)).toBeCloseTo(getMaxDrawdown([...close]), 10);
  });
});
