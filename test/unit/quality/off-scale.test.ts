import { describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import { judgeMarket } from '../../../lambda/quality/judge-market.ts';
import { offScale } from '../../../lambda/quality/off-scale.ts';
import type { Bars } from '../../../lambda/series/bars.ts';

const sessions = ['2025-12-29', '2025-12-30', '2025-12-31'];

const index = (close: readonly number[], symbol = '^VIX', dates: readonly string[] = sessions): Bars => {
  const none = { open: null, high: null, low: null, adjusted: null, volume: null };
  return { symbol, sessions: dates, close: Float64Array.from(close), ...none };
};
const found = (bars: Bars) => offScale(tna, new Map([[bars.symbol, bars]])).map(({ text }) => text);

describe('an index of volatility', () => {
  it.each(['^VIX', '^RVX'])('%s has closes from 5 to 160', (symbol) => {
    expect(found(index([5, 5, 5], symbol))).toEqual([]);
    expect(found(index([160, 160, 160], symbol))).toEqual([]);
    expect(found(index([5, 4.99, 5], symbol))).toEqual([
      `${symbol} closes at 4.99 on 2025-12-30, and an index of volatility, in percent a year, is from 5 to 160`,
    ]);
    expect(found(index([160, 160.01, 160], symbol))).toHaveLength(1);
  });

  it('is at most three times, or a third, of its close before', () => {
    expect(found(index([14, 42, 14]))).toEqual([]);
    expect(found(index([14, 42.1, 40]))).toEqual([
      '^VIX goes from 14 to 42.1 on 2025-12-30, as no index of volatility does in a day',
    ]);
    expect(found(index([42, 42, 13.9]))).toHaveLength(1);
  });

  it('may be anything within its range after a hole of more than a week', () => {
    expect(found(index([14, 50], '^VIX', ['2025-12-22', '2025-12-29']))).toHaveLength(1);
    expect(found(index([14, 50], '^VIX', ['2025-12-22', '2025-12-30']))).toEqual([]);
  });

  it('rose as it did on 2018-02-05, and stood where it did in 2008, 2017 and 2020', () => {
    expect(found(index([17.31, 37.32], '^VIX', ['2018-02-02', '2018-02-05']))).toEqual([]);
    expect(found(index([80.86, 9.14, 82.69], '^VIX', ['2008-11-20', '2017-11-03', '2020-03-16']))).toEqual(
      [],
    );
  });

  it('in fractions is not used, and is said to be so; a later slip is not known yet', () => {
    const market = new Map([['^VIX', index([15.1, 15.2, 0.1495])]]);
    const judged = judgeMarket(tna, '2025-12-31', market);
    expect(judged.market.has('^VIX')).toBe(false);
    expect(judged.flags).toEqual([
      {
        subject: 'bars:^VIX',
        code: 'refused-series',
        text: '^VIX closes at 0.1495 on 2025-12-31, and an index of volatility, in percent a year, is from 5 to 160',
        sessions: ['2025-12-31'],
      },
    ]);
    expect(judgeMarket(tna, '2025-12-30', market).market.has('^VIX')).toBe(true);
  });
});
