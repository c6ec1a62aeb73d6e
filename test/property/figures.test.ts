import { describe, expect, it } from 'vitest';
import { dailyMultiple } from '../../lambda/analytics/daily-multiple.ts';
import { forwardCorrelation } from '../../lambda/analytics/forward-correlation.ts';
import { leastSquares } from '../../lambda/analytics/least-squares.ts';
import { logReturns } from '../../lambda/analytics/log-returns.ts';
import { rollingZ } from '../../lambda/analytics/rolling-z.ts';
import { rotationMap } from '../../lambda/analytics/rotation-map.ts';
import { walkStates } from '../../lambda/analytics/rotation-state.ts';
import { simpleReturns } from '../../lambda/analytics/simple-returns.ts';
import { streak } from '../../lambda/analytics/streak.ts';
import { tailLoss } from '../../lambda/analytics/value-at-risk.ts';
import { varianceDrag } from '../../lambda/analytics/variance-drag.ts';
import { volatility } from '../../lambda/analytics/volatility.ts';
import { wins } from '../../lambda/analytics/wins.ts';
import { yearOutcome } from '../../lambda/analytics/year-outcome.ts';
import { publishedFigure } from '../../lambda/briefing/published.ts';
import type { Edition } from '../../lambda/editions/edition.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { gapWindows } from '../../lambda/figures/fund/leverage.ts';
import { figureBook } from '../../lambda/figures/index.ts';
import { methods } from '../../lambda/figures/methods/index.ts';
import { panelOf } from '../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import { axisOf } from '../../lambda/series/axis.ts';
import fc from '../support/fast-check.ts';
import { madeUpMarket } from '../support/made-up-market.ts';

const dailyReturn = fc.double({ min: -0.12, max: 0.12, noNaN: true });
const returns = (length: number) =>
  fc.array(dailyReturn, { minLength: length, maxLength: length }).map((values) => Float64Array.from(values));
const scale = fc.double({ min: 0.01, max: 1000, noNaN: true });
const pricesOf = (changes: Float64Array, start = 100) => {
  let price = start;
  return Float64Array.from([start, ...changes], (change, i) => {
    if (i > 0) price *= 1 + change;
    return price;
  });
};
const close = (a: number, b: number, tolerance = 1e-9) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(a), Math.abs(b)));

describe('a leveraged fund', () => {
  it('with beta 1 has no gap from compounding, no drag and the index’s outcome', () => {
    fc.assert(
      fc.property(returns(40), (r) => {
        const prices = pricesOf(r);
        close(dailyMultiple(r, 1), prices[40]! / 100 - 1);
        expect(varianceDrag(logReturns(prices).subarray(1), 1)).toBeCloseTo(0, 15);
      }),
    );
    expect(yearOutcome(0.3, 0.5, 1)).toBeCloseTo(0.3, 15);
  });

  it('that is the multiple itself has that beta and explains everything', () => {
    fc.assert(
      fc.property(returns(30), fc.integer({ min: -3, max: 3 }), (r, beta) => {
        fc.pre(beta !== 0 && Math.max(...r) - Math.min(...r) > 1e-3);
        const line = leastSquares(
          r,
          r.map((value) => beta * value + 0.001),
        );
        close(line.slope, beta);
        close(line.r2, 1);
      }),
    );
  });

  it('loses the more to variance the more of it there is', () => {
    fc.assert(
      fc.property(returns(20), fc.double({ min: 1.01, max: 3, noNaN: true }), (r, more) => {
        fc.pre(r.some((value) => Math.abs(value) > 1e-3));
        expect(
          varianceDrag(
            r.map((value) => more * value),
            3,
          ),
        ).toBeLessThan(varianceDrag(r, 3));
      }),
    );
  });

  it('has gap parts that add up, in every window of a whole book, for the fund and its inverse', () => {
    const { market, macro, sessions } = madeUpMarket(tna, '2018-01-01', 520, 5);
    const panel = panelOf(tna, market, macro, []);
    for (const row of [300, 401, 519]) {
      const book = figureBook(viewOf(panel, sessions[row]!));
      for (const symbol of ['TNA', 'TZA'])
        for (const window of gapWindows) {
          const part = (name: string) => book.number(`gap.${symbol}.${window}.${name}`)!;
          expect(Number.isFinite(part('total'))).toBe(true);
          expect(Math.abs(part('compounding') + part('cost') - part('total'))).toBeLessThan(1e-12);
        }
    }
  });
});

describe('the rotation map', () => {
  const dailyChange = fc.oneof(
    fc.double({ min: -0.03, max: -1e-3, noNaN: true }),
    fc.double({ min: 1e-3, max: 0.03, noNaN: true }),
  );
  const count = 200;
  const days = axisOf('2024-01-02', '2024-12-31').days.subarray(0, count);
  const daily = fc
    .array(dailyChange, { minLength: count - 1, maxLength: count - 1 })
    .map((changes) => pricesOf(Float64Array.from(changes), 0.4));
  const mapOf = (ratio: Float64Array) => rotationMap(ratio, days);

  it('does not move when either side is measured in another unit', () => {
    fc.assert(
      fc.property(daily, scale, (ratio, factor) => {
        const one = mapOf(ratio).at(count - 1)!;
        const other = mapOf(ratio.map((value) => factor * value)).at(count - 1)!;
        close(one.ratio, other.ratio, 1e-8);
        close(one.momentum, other.momentum, 1e-6);
      }),
    );
  });

  it('is at its centre for two that move as one, at any scale', () => {
    fc.assert(
      fc.property(daily, scale, (prices, factor) => {
        const map = mapOf(prices.map((price) => price / (factor * price)));
        expect(map.at(count - 1)).toEqual({ ratio: 100, momentum: 100 });
      }),
    );
  });

  it('has no place before 29 weeks, or where a whole week is missing in them', () => {
    const ratio = Float64Array.from({ length: count }, (_, t) => 1 + (t % 7) / 100);
    const map = mapOf(ratio);
    const first = ratio.findIndex((_, t) => map.at(t) !== null);
    expect([map.weeks(first - 1), map.weeks(first)]).toEqual([28, 29]);
    const end = map.ends(count - 1, 5)[0]!;
    const week = (t: number) => Math.floor((days[t]! + 3) / 7);
    const ofWeek = (t: number) => week(t) === week(end);
    expect(mapOf(ratio.map((value, t) => (ofWeek(t) ? Number.NaN : value))).at(count - 1)).toBeNull();
    expect(mapOf(ratio.map((value, t) => (t === end ? Number.NaN : value))).at(count - 1)).not.toBeNull();
  });

  it('of a steady rise: e lags behind it, the ratio is 6.5 steps over its mean, momentum rests', () => {
    const weekly = Float64Array.from(days, (day) => Math.exp(Math.floor((day + 3) / 7) / 1000));
    const point = mapOf(weekly).at(count - 1)!;
    expect(point.ratio).toBeCloseTo(100 + 6.5 / Math.sqrt((14 ** 2 - 1) / 12), 3);
  });
});

describe('a pair read the other way round', () => {
  it('has the opposite streak, and the wins that the first way lost', () => {
    fc.assert(
      fc.property(returns(30), returns(30), fc.integer({ min: 0, max: 29 }), (a, b, tie) => {
        a[tie] = b[tie]!;
        expect(streak(a, b, 29, 0)).toBe(-streak(b, a, 29, 0) + 0);
        const ties = a.subarray(10).filter((value, i) => value === b[10 + i]).length;
        expect(wins(a, b, 29, 20) + wins(b, a, 29, 20) + ties).toBe(20);
      }),
    );
  });

  it('has the opposite z-scores of its log ratio', () => {
    fc.assert(
      fc.property(returns(120), (changes) => {
        const there = rollingZ(changes, 50, 20);
        const back = rollingZ(
          changes.map((x) => -x),
          50,
          20,
        );
        for (let t = 0; t < 120; t++)
          if (Number.isNaN(there[t]!)) expect(back[t]).toBeNaN();
          else close(there[t]!, -back[t]!, 1e-10);
      }),
    );
  });

  const reversed: Edition = { ...tna, pairs: tna.pairs.map(([first, second]) => [second, first] as const) };

  it('has the opposite excess return and the complement in the whole book', () => {
    const { market, macro, sessions } = madeUpMarket(tna, '2018-01-01', 420, 9);
    const session = sessions[419]!;
    const one = figureBook(viewOf(panelOf(tna, market, macro, []), session));
    const view = viewOf(
      panelOf({ ...reversed, map: { benchmark: 'IWM', subjects: [] } }, market, macro, []),
      session,
    );
    expect(figureBook(view).number('streak.SPY:IWM')).toBe(-one.number('streak.IWM:SPY')!);
    expect(one.number('excess.IWM:SPY.63d')).toBeCloseTo(
      one.number('return.IWM.63d')! - one.number('return.SPY.63d')!,
      15,
    );
  });
});

describe('statistics of returns', () => {
  it('volatility scales with the returns and ignores their mean', () => {
    fc.assert(
      fc.property(returns(63), scale, dailyReturn, (x, factor, shift) => {
        fc.pre(volatility(x) > 1e-3);
        close(volatility(x.map((value) => factor * value)), factor * volatility(x));
        close(volatility(x.map((value) => value + shift)), volatility(x), 1e-8);
      }),
    );
  });

  it('no expected shortfall is smaller than the value at risk, and both scale', () => {
    fc.assert(
      fc.property(returns(504), (r) => {
        const { valueAtRisk, expectedShortfall } = tailLoss(r, 0.05);
        expect(expectedShortfall).toBeGreaterThanOrEqual(valueAtRisk - 1e-15);
        close(
          tailLoss(
            r.map((value) => 3 * value),
            0.05,
          ).valueAtRisk,
          3 * valueAtRisk,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('rolling z-scores are those recomputed from each window alone', () => {
    const recomputed = (values: Float64Array, t: number, window: number, needed: number) => {
      const inside = [...values.subarray(Math.max(0, t + 1 - window), t + 1)].filter((x) => !Number.isNaN(x));
      if (inside.length < needed || Number.isNaN(values[t]!)) return Number.NaN;
      const mean = inside.reduce((sum, x) => sum + x, 0) / inside.length;
      const squares = inside.reduce((sum, x) => sum + (x - mean) ** 2, 0);
      const deviation = Math.sqrt(squares / (inside.length - 1));
      return deviation <= 1e-12 * Math.abs(mean) ? Number.NaN : (values[t]! - mean) / deviation;
    };
    const value = fc.oneof(
      dailyReturn,
      fc.constant(Number.NaN),
      fc.constant(0.01),
      fc.double({ min: 1e5, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 150, maxLength: 150 }), (given) => {
        const values = Float64Array.from(given);
        const scores = rollingZ(values, 40, 15);
        for (let t = 0; t < values.length; t++) {
          const expected = recomputed(values, t, 40, 15);
          if (Number.isNaN(expected)) expect(scores[t]).toBeNaN();
          else close(scores[t]!, expected, 1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('a signal that is its own future correlates with it entirely', () => {
    fc.assert(
      fc.property(returns(60), (r) => {
        const level = logReturns(pricesOf(r)).map((x) => (Number.isNaN(x) ? 0 : x));
        for (let t = 1; t < level.length; t++) level[t]! += level[t - 1]!;
        const signal = level.map((value, t) => (level[t + 5] ?? Number.NaN) - value);
        // Only what is known by the fiftieth session counts, so that part of the signal must vary.
        const known = signal.subarray(0, 46);
        fc.pre(Math.max(...known) - Math.min(...known) > 1e-6);
        const { correlation, count } = forwardCorrelation(signal, level, 5);
        close(correlation[50]!, 1, 1e-9);
        expect(count[50]).toBe(46);
      }),
    );
  });
});

describe('the state of leadership', () => {
  it('never skips the rules of entering and leaving, and ages by one', () => {
    const score = fc.oneof(
      fc.double({ min: -100, max: 100, noNaN: true }),
      fc.constantFrom(25, -25, 10, -10),
    );
    fc.assert(
      fc.property(fc.array(score, { minLength: 2, maxLength: 60 }), (scores) => {
        const { states, ages } = walkStates(Float64Array.from(scores));
        for (const [t, value] of scores.entries()) {
          const state = states[t];
          if (value >= 25) expect(state).toBe('own');
          if (value <= -25) expect(state).toBe('other');
          if (Math.abs(value) < 10) expect(state).toBe('none');
          if (t === 0) expect(ages[0]).toBe(1);
          else expect(ages[t]).toBe(state === states[t - 1] ? ages[t - 1]! + 1 : 1);
        }
      }),
    );
  });
});

describe('a book', () => {
  const { market, macro, sessions } = madeUpMarket(tna, '2018-01-01', 300, 13);
  const panel = panelOf(tna, market, macro, []);

  it('names only methods that the registry explains, and gives every missing figure a reason', () => {
    for (const row of [0, 40, 299])
      for (const [id, figure] of Object.entries(figureBook(viewOf(panel, sessions[row]!)).toRecord())) {
        expect(Object.keys(methods), id).toContain(figure.method);
        if (figure.value === null) expect(publishedFigure(figure).reason, id).toMatch(/\S/);
      }
  });

  it('holds no figure newer than its session', () => {
    const session = sessions[299]!;
    for (const [id, figure] of Object.entries(figureBook(viewOf(panel, session)).toRecord()))
      expect(figure.asOf <= session, `${id} is of ${figure.asOf}`).toBe(true);
  });

  it('does not depend on the unit that the prices of a symbol are in', () => {
    const session = sessions[299]!;
    const doubled = new Map(market);
    const bars = market.get('IWM')!;
    const twice = (column: Float64Array | null) => column?.map((value) => 2 * value) ?? null;
    doubled.set('IWM', {
      ...bars,
      open: twice(bars.open),
      high: twice(bars.high),
      low: twice(bars.low),
      close: twice(bars.close),
      adjusted: twice(bars.adjusted),
    });
    const one = figureBook(viewOf(panel, session));
    const other = figureBook(viewOf(panelOf(tna, doubled, macro, []), session));
    for (const id of ['return.IWM.63d', 'vol.IWM.yz21', 'rs.IWM:SPY.vs50', 'beta.TNA:IWM.63d'])
      close(other.number(id)!, one.number(id)!, 1e-12);
    expect(other.number('map.IWM:SPY.ratio')).toBeCloseTo(one.number('map.IWM:SPY.ratio')!, 10);
    expect(other.number('atr.IWM.14')).toBeCloseTo(2 * one.number('atr.IWM.14')!, 10);
    expect(other.number('ladder.TNA.sma.IWM.50')).toBeCloseTo(one.number('ladder.TNA.sma.IWM.50')!, 10);
  });

  it('returns are those of the prices, and simple returns those of the log returns', () => {
    const prices = market.get('SPY')!.adjusted!;
    const simple = simpleReturns(prices);
    const logs = logReturns(prices);
    for (let t = 1; t < prices.length; t++) close(Math.expm1(logs[t]!), simple[t]!, 1e-12);
  });
});
