import { describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import { judgeMarket } from '../../../lambda/quality/judge-market.ts';
import { stepsOffBand } from '../../../lambda/quality/off-band.ts';
import type { Bars } from '../../../lambda/series/bars.ts';

const sessions = ['2025-05-29', '2025-05-30', '2025-06-02'];

/** Closes that are level, and then move once. */
const bars = (symbol: string, move: number): Bars => {
  const none = { open: null, high: null, low: null, adjusted: null, volume: null };
  return { symbol, sessions, close: Float64Array.from([100, 100, 100 * (1 + move)]), ...none };
};
const market = (...moves: readonly [string, number][]) =>
  new Map(moves.map(([symbol, move]) => [symbol, bars(symbol, move)]));
const found = (...moves: readonly [string, number][]) =>
  stepsOffBand(tna, market(...moves)).map(({ text }) => text);

describe('a broad fund', () => {
  const spanned: readonly [string, number][] = [
    ['IWM', -0.01],
    ['SPY', 0.004],
    ['QQQ', 0.01],
  ];

  it('moves by at most four points less or more than the required funds span', () => {
    expect(found(...spanned, ['RSP', 0.0499])).toEqual([]);
    expect(found(...spanned, ['RSP', -0.0499])).toEqual([]);
    expect(found(...spanned, ['RSP', 0.0501])).toHaveLength(1);
    expect(found(...spanned, ['RSP', -0.0501])).toEqual([
      'RSP moves by −5.0 % on 2025-06-02, IWM by −1.0 %, SPY by +0.4 %, QQQ by +1.0 %: a wrong price, or a split that is not adjusted for',
    ]);
  });

  it.each(['IJR', 'IWN', 'IWO', 'MGK', 'IWF', 'IWD'])('is %s too', (symbol) => {
    expect(found(...spanned, [symbol, 0.06])).toHaveLength(1);
  });

  it.each(['KRE', 'SMH', 'HYG', 'AAPL', 'TZA', '^RUT'])('is not %s, which may go its own way', (symbol) => {
    expect(found(...spanned, [symbol, 0.12])).toEqual([]);
  });

  it('rose beside them as IWN did on 2020-11-09', () => {
    expect(found(['IWM', 0.0374], ['SPY', 0.0126], ['QQQ', -0.0202], ['IWN', 0.0711])).toEqual([]);
  });

  it('is held against two of them at least', () => {
    expect(found(['SPY', 0.004], ['RSP', 0.06])).toEqual([]);
    expect(found(['SPY', 0.004], ['IWM', 0.004], ['RSP', 0.06])).toHaveLength(1);
  });

  it('is not used from its step on, and was before it', () => {
    const all = market(...spanned, ['RSP', -0.0501]);
    expect(judgeMarket(tna, '2025-06-02', all).market.has('RSP')).toBe(false);
    expect(judgeMarket(tna, '2025-05-30', all).market.has('RSP')).toBe(true);
  });
});
