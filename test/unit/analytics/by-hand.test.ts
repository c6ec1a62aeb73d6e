import { describe, expect, it } from 'vitest';
import { annualisedGrowth } from '../../../lambda/analytics/annualised-growth.ts';
import { averageTrueRange } from '../../../lambda/analytics/average-true-range.ts';
import { ewmaVolatility } from '../../../lambda/analytics/ewma-volatility.ts';
import { pivots } from '../../../lambda/analytics/pivots.ts';
import { quantile } from '../../../lambda/analytics/quantile.ts';
import { quadrant } from '../../../lambda/analytics/rotation-map.ts';
import { rotationScores, weightPresent } from '../../../lambda/analytics/rotation-score.ts';
import { nextState, walkStates } from '../../../lambda/analytics/rotation-state.ts';
import { sahmReading } from '../../../lambda/analytics/sahm-reading.ts';
import { streak } from '../../../lambda/analytics/streak.ts';
import { tailLoss } from '../../../lambda/analytics/value-at-risk.ts';
import { worstDrawdown } from '../../../lambda/analytics/worst-drawdown.ts';
import { yangZhangVolatility } from '../../../lambda/analytics/yang-zhang.ts';

const of = (...values: number[]) => Float64Array.from(values);

describe('volatility', () => {
  it('RiskMetrics: seeded with the first square, then 0.94 of yesterday and 0.06 of today', () => {
    const still = new Array<number>(48).fill(0);
    const path = ewmaVolatility(of(Number.NaN, 0.02, ...still, -0.01, 0));
    expect(path[50]! ** 2 / 252).toBeCloseTo(0.94 ** 49 * 0.0004 + 0.06 * 0.0001, 15);
    expect(path[51]! ** 2 / 252).toBeCloseTo(0.94 * (0.94 ** 49 * 0.0004 + 0.06 * 0.0001), 15);
  });

  it('RiskMetrics: from the fiftieth return on, whatever is missing in between', () => {
    const returns = Array.from({ length: 50 }, (_, t) => (t % 3) / 100);
    const whole = ewmaVolatility(of(Number.NaN, ...returns));
    expect(whole.findIndex((value) => !Number.isNaN(value))).toBe(50);
    const holed = ewmaVolatility(
      of(Number.NaN, ...returns.slice(0, 9), Number.NaN, ...returns.slice(9), Number.NaN),
    );
    expect(holed.findIndex((value) => !Number.isNaN(value))).toBe(51);
    expect(holed[51]).toBe(whole[50]);
    expect(holed[52]).toBe(whole[50]);
  });

  it('Yang-Zhang: bars that open where they closed and never leave that price have none', () => {
    const flat = new Float64Array(23).fill(50);
    expect(yangZhangVolatility({ open: flat, high: flat, low: flat, close: flat }, 22, 21)).toBe(0);
  });

  it('Yang-Zhang: all three parts, by hand in logarithms', () => {
    const exp = (...logs: number[]) => of(...logs.map(Math.exp));
    const prices = {
      open: exp(0, 0.1, 0.1),
      high: exp(0, 0.4, 0.3),
      low: exp(-0.1, -0.1, 0),
      close: exp(-0.1, 0.2, 0),
    };
    // Overnight 0.2 and -0.1, open to close 0.1 and -0.1, Rogers-Satchell 0.06 + 0.06 and 0.06 + 0.
    const k = 0.34 / (1.34 + 3);
    const variance = 0.045 + k * 0.02 + (1 - k) * 0.09;
    expect(yangZhangVolatility(prices, 2, 2)).toBeCloseTo(Math.sqrt(252 * variance), 12);
  });

  it('Yang-Zhang: with alternating opens and flat days, only the overnight part', () => {
    const close = of(...Array.from({ length: 23 }, (_, t) => (t % 2 === 0 ? 100 : 110)));
    const prices = { open: close, high: close, low: close, close };
    const x = Math.log(1.1);
    // 21 overnight moves, eleven of one sign and ten of the other.
    const mean = x / 21;
    const variance = (11 * (x - mean) ** 2 + 10 * (x + mean) ** 2) / 20;
    expect(yangZhangVolatility(prices, 21, 21)).toBeCloseTo(Math.sqrt(252 * variance), 12);
  });
});

describe('ranges and levels', () => {
  it('Wilder: true ranges need the close before, a seed of n, then smoothed', () => {
    const bars = { high: of(10, 12, 11, 20), low: of(8, 10, 9, 18), close: of(9, 11, 10, 19) };
    const path = averageTrueRange(bars, 2);
    expect([...path.subarray(0, 2)]).toEqual([Number.NaN, Number.NaN]);
    expect(path[2]).toBe((3 + 2) / 2);
    expect(path[3]).toBe((2.5 + 10) / 2);
  });

  it('Wilder: a session without a bar and the one after it have no true range', () => {
    const bars = { high: of(10, 12, 11, 20), low: of(8, 10, 9, 18), close: of(9, 11, 10, 19) };
    const holed = (column: Float64Array) => of(...column.subarray(0, 3), Number.NaN, column[2]!, column[3]!);
    const path = averageTrueRange(
      { high: holed(bars.high), low: holed(bars.low), close: holed(bars.close) },
      2,
    );
    expect([...path]).toEqual([Number.NaN, Number.NaN, 2.5, Number.NaN, Number.NaN, (2.5 + 10) / 2]);
  });

  it('floor pivots', () => {
    expect(pivots(110, 100, 105)).toEqual({ P: 105, R1: 110, S1: 100, R2: 115, S2: 95 });
  });

  it('the worst drawdown starts from the first value given', () => {
    expect(worstDrawdown(of(100, 80, 120, 90, 130))).toBe(-0.25);
    expect(worstDrawdown(of(1, 2, 3))).toBe(0);
  });
});

describe('tails', () => {
  it('type 7 quantile, as R gives it for 1 to 10', () => {
    const values = of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    expect(quantile(values, 0.05)).toBeCloseTo(1.45, 14);
    expect(quantile(values, 0.25)).toBe(3.25);
    expect(quantile(values, 0)).toBe(1);
    expect(quantile(values, 1)).toBe(10);
  });

  it('expected shortfall is the mean of those at or below the quantile', () => {
    const returns = of(...Array.from({ length: 41 }, (_, i) => (i - 20) / 100));
    const { valueAtRisk, expectedShortfall } = tailLoss(returns, 0.05);
    expect(valueAtRisk).toBeCloseTo(0.18, 14);
    expect(expectedShortfall).toBeCloseTo((0.2 + 0.19 + 0.18) / 3, 14);
  });
});

describe('rotation', () => {
  it('a tie ends a streak and counts nothing', () => {
    const spy = of(Number.NaN, 0.01, 0.01, 0.01, 0.01);
    const run = (...iwm: number[]) => streak(of(Number.NaN, ...iwm), spy, 4, 1);
    expect(run(0, 0.02, 0.03, 0.04)).toBe(3);
    expect(run(0.02, 0.01, 0.03, 0.04)).toBe(2);
    expect(run(0.02, 0.02, 0, -0.01)).toBe(-2);
    expect(run(0.02, 0.02, 0.02, 0.01)).toBe(0);
  });

  it('a streak ends with the data, and is unknown when it meets a session without a return', () => {
    const spy = of(Number.NaN, 0.01, 0.01, 0.01, 0.01);
    expect(streak(of(Number.NaN, 0.02, 0.02, 0.02, 0.02), spy, 4, 1)).toBe(4);
    expect(streak(of(Number.NaN, 0.02, Number.NaN, 0.02, 0.02), spy, 4, 1)).toBeNaN();
    expect(streak(of(Number.NaN, 0.02, Number.NaN, 0, 0.02), spy, 4, 1)).toBe(1);
  });

  it('a hundred counts as above', () => {
    expect(quadrant({ ratio: 100, momentum: 100 })).toBe('leading');
    expect(quadrant({ ratio: 100, momentum: 99.999 })).toBe('weakening');
    expect(quadrant({ ratio: 99.999, momentum: 99.999 })).toBe('lagging');
    expect(quadrant({ ratio: 99.999, momentum: 100 })).toBe('improving');
  });

  const absent = Number.NaN;

  it('the score clips each component, weighs those that are there, and needs 0.70 of them', () => {
    const full = { momentum: 1, megacap: -2, breadth: 0.5, credit: 4 };
    const score = (z: Partial<typeof full>) => {
      const { momentum, megacap, breadth, credit } = { ...full, ...z };
      return rotationScores({
        momentum: of(momentum),
        megacap: of(megacap),
        breadth: of(breadth),
        credit: of(credit),
      })[0];
    };
    expect(score({})).toBeCloseTo(100 * (0.45 * 0.5 - 0.2 + 0.2 * 0.25 + 0.15), 12);
    expect(score({ momentum: -9, megacap: -9, breadth: -9, credit: -9 })).toBe(-100);
    // Momentum and breadth alone are worth 0.65; with the spread 0.80, and with mega-caps in its place 0.85.
    expect(score({ momentum: 2, megacap: absent, breadth: 2, credit: 2 })).toBe(100);
    expect(score({ megacap: absent, credit: absent })).toBeNaN();
    expect(score({ momentum: absent })).toBeNaN();
  });

  it('leadership is entered at 25, kept to 10, left below; it may turn over in one session', () => {
    const { states, onsets, ages, previous } = walkStates(
      of(absent, 24.9, 25, 10, 9.9, -24, -25, -10, 30, absent, 12),
    );
    expect(states).toEqual([
      null,
      'none',
      'own',
      'own',
      'none',
      'none',
      'other',
      'other',
      'own',
      null,
      'own',
    ]);
    expect([...ages]).toEqual([0, 1, 1, 2, 1, 2, 1, 2, 1, 2, 3]);
    expect([...onsets]).toEqual([-1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8]);
    expect(previous.slice(-3)).toEqual(['other', 'other', 'other']);
    expect(previous.slice(0, 3)).toEqual([null, null, 'none']);
    expect([...walkStates(of(30, 30)).ages]).toEqual([1, 2]);
  });

  it('leadership is not kept on the other side, and a score between the limits enters none', () => {
    expect(nextState('other', 12)).toBe('none');
    expect(nextState('own', -12)).toBe('none');
    expect(nextState('none', 12)).toBe('none');
    expect(nextState('none', -12)).toBe('none');
  });

  it('the weight present is that of the components with a value', () => {
    const z = { momentum: of(1, absent), megacap: of(absent, 0), breadth: of(-1, 1), credit: of(absent, 2) };
    expect([weightPresent(z, 0), weightPresent(z, 1)]).toEqual([65, 55]);
  });
});

describe('macro', () => {
  it('the Sahm reading compares with the twelve means before, not with today’s own', () => {
    const steady = new Float64Array(15).fill(4);
    expect(sahmReading(steady)).toBe(0);
    const rising = steady.with(12, 4.3).with(13, 4.6).with(14, 4.9);
    expect(sahmReading(rising)).toBeCloseTo(0.6, 12);
    const falling = steady.with(12, 3.7).with(13, 3.4).with(14, 3.1);
    // Means: 3.4 now; before it 4, 4, …, 3.9, 3.7.
    expect(sahmReading(falling)).toBeCloseTo(3.4 - 3.7, 12);
  });

  it('growth over a quarter and over two years at a yearly rate', () => {
    expect(annualisedGrowth(1.01, 1, 0.25)).toBeCloseTo(1.01 ** 4 - 1, 14);
    expect(annualisedGrowth(242, 200, 2)).toBeCloseTo(0.1, 14);
  });
});
