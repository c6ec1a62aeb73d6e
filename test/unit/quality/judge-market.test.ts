import { describe, expect, it } from 'vitest';
import { sessionsBetween } from '../../../lambda/calendar/nyse.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { judgeMarket } from '../../../lambda/quality/judge-market.ts';
import type { Bars } from '../../../lambda/series/bars.ts';

const session = '2025-12-31';
const calendar = sessionsBetween('2018-01-02', session);

/** A fund that moves a little each day, without the sessions that are taken out. */
function without(symbol: string, taken: readonly string[]): Bars {
  const sessions = calendar.filter((one) => !taken.includes(one));
  const close = Float64Array.from(sessions, (_, day) => 100 + Math.sin(day));
  const none = { open: null, high: null, low: null, adjusted: null, volume: null };
  return { symbol, sessions, close, ...none };
}

const found = (symbol: string, taken: readonly string[]) =>
  judgeMarket(tna, session, new Map([[symbol, without(symbol, taken)]])).flags.filter(
    ({ code }) => code === 'past-holes',
  );

describe('a required fund without a month or more of the sessions that the score looks back on', () => {
  const window = calendar.slice(-1260);

  it('is named with their number, from 21 of them on', () => {
    expect(found('SPY', window.slice(0, 20))).toEqual([]);
    expect(found('SPY', window.slice(0, 21))).toEqual([
      {
        subject: 'bars:SPY',
        code: 'past-holes',
        text: `no bar of 21 of the last 1260 sessions, ${window[0]} to ${window[20]}: figures over more than a year pass over them`,
        sessions: window.slice(0, 21),
        value: 21 / 1260,
      },
    ]);
  });

  it('is not where they lie before the window, or where it is not required', () => {
    expect(found('SPY', calendar.slice(-1300, -1240))).toHaveLength(0);
    expect(found('SPY', calendar.slice(-1300, -1239))).toHaveLength(1);
    expect(found('IJR', window.slice(0, 100))).toEqual([]);
  });
});
