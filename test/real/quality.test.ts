import { beforeAll, expect, it } from 'vitest';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { withoutCopies } from '../../lambda/quality/copies.ts';
import { holesOf } from '../../lambda/quality/holes.ts';
import { impossibleMoves } from '../../lambda/quality/moves.ts';
import { residualAlarm, residualOf } from '../../lambda/quality/residual.ts';
import { barFault } from '../../lambda/quality/session-bar.ts';
import { realMarket } from '../support/real-market.ts';
import { describeShared } from '../support/shared.ts';

const last = '2025-12-31';

describeShared('of the real prices of 2008 to 2025', () => {
  let market: ReturnType<typeof realMarket>['market'];
  beforeAll(() => {
    market = realMarket().market;
  });

  it('no step of a fund is impossible, the crashes of 2008 and 2020 included', () => {
    expect(impossibleMoves(tna, market, last)).toEqual([]);
  });

  it('no bar repeats the one before in a fund of the edition', () => {
    const copies = tna.symbols.flatMap(({ symbol }) => {
      const bars = market.get(symbol);
      return bars === undefined || symbol.startsWith('^') ? [] : withoutCopies(bars).copies;
    });
    expect(copies).toEqual([]);
  });

  it('no bar of a required fund is at fault or absent, an early close included', () => {
    for (const symbol of tna.required) {
      const bars = market.get(symbol)!;
      expect(bars.sessions.map((date) => barFault(bars, date)).filter((fault) => fault !== null)).toEqual([]);
      expect(holesOf(bars, last, bars.sessions.length)).toEqual([]);
    }
  });

  it('TNA was over a point from 3 × IWM on seven sessions, all in February and March 2020', () => {
    const apart = sessionsBetween('2011-01-03', last).filter(
      (session) => Math.abs(residualOf(tna, market, session) ?? 0) > residualAlarm,
    );
    expect(apart).toEqual([
      '2020-02-28',
      '2020-03-02',
      '2020-03-13',
      '2020-03-16',
      '2020-03-17',
      '2020-03-19',
      '2020-03-20',
    ]);
  });
});
