import { describe, expect, it } from 'vitest';
import { sessionsBetween } from '../../../lambda/calendar/nyse.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { withoutCopies } from '../../../lambda/quality/copies.ts';
import { holesOf } from '../../../lambda/quality/holes.ts';
import { impossibleMoves } from '../../../lambda/quality/moves.ts';
import { residualOf } from '../../../lambda/quality/residual.ts';
import { barFault } from '../../../lambda/quality/session-bar.ts';
import { thinVolume } from '../../../lambda/quality/volume.ts';
import type { Bars } from '../../../lambda/series/bars.ts';
import { compareCloses, tolerance } from '../../../lambda/sources/quality/cross-check.ts';

const session = '2025-12-10';

/** Bars whose closes end on a session; open, high and low around the close where `wide` is given. */
function bars(
  symbol: string,
  closes: readonly number[],
  more: Partial<Bars> & { wide?: number; last?: string } = {},
): Bars {
  const { wide, last = session, ...columns } = more;
  const sessions = sessionsBetween('2024-01-02', last).slice(-closes.length);
  const column = (by: number) =>
    wide === undefined ? null : Float64Array.from(closes, (close) => close * (1 + by * wide));
  return {
    symbol,
    sessions,
    open: column(0),
    high: column(0.5),
    low: column(-0.5),
    close: Float64Array.from(closes),
    adjusted: Float64Array.from(closes),
    volume: null,
    ...columns,
  };
}

describe('a bar that repeats the one before', () => {
  const copies = (...args: Parameters<typeof bars>) => withoutCopies(bars(...args)).copies.length;

  it.each([
    ['is left out with a range of 0.1 %', { wide: 0.00101 }, 1],
    ['may be chance with less', { wide: 0.00099 }, 0],
    [
      'is left out however small its range when the volume comes again',
      { wide: 0.0002, volume: Float64Array.of(7, 8, 8) },
      1,
    ],
    ['may be chance with another volume', { wide: 0.0002, volume: Float64Array.of(7, 8, 9) }, 0],
  ])('%s', (_, more, count) => {
    expect(copies('IWM', [100, 101, 101], more)).toBe(count);
  });

  it('is left out each time, and names the first', () => {
    const { bars: kept, copies: found } = withoutCopies(bars('IWM', [100, 101, 101, 101], { wide: 0.01 }));
    expect(kept.sessions).toEqual(['2025-12-05', '2025-12-08']);
    expect(kept.close).toEqual(Float64Array.of(100, 101));
    expect(found.map(({ of }) => of)).toEqual(['2025-12-08', '2025-12-08']);
  });

  it('is none where bars are flat as a rule, or there are closes alone', () => {
    expect(copies('^VIX', [17, 18, 18], { wide: 0 })).toBe(0);
    expect(copies('IWM', [17, 18, 18])).toBe(0);
  });

  it('is left out where there are adjusted closes alone, when the volume comes again too', () => {
    const only = { open: null, high: null, low: null, close: null, volume: Float64Array.of(7, 8, 8, 8) };
    const { bars: kept, copies: found } = withoutCopies(bars('IWM', [100, 101, 101, 101], only));
    expect(kept.adjusted).toEqual(Float64Array.of(100, 101));
    expect(found.map(({ of }) => of)).toEqual(['2025-12-08', '2025-12-08']);
    expect(copies('IWM', [100, 101, 101, 101], { ...only, volume: Float64Array.of(7, 8, 9, 10) })).toBe(0);
  });

  it('leaves a sound history as the very same object', () => {
    const sound = bars('IWM', [100, 101, 102], { wide: 0.01 });
    expect(withoutCopies(sound).bars).toBe(sound);
  });
});

describe('the session’s bar', () => {
  const ranged = (close: number) =>
    bars('IWM', [100, close], {
      open: Float64Array.of(100, 100),
      high: Float64Array.of(101, 101),
      low: Float64Array.of(99, 99),
    });

  it.each([
    ['above by a rounding', 101 * 1.000099, null],
    ['above', 101 * 1.000101, 'IWM’s close of 2025-12-10, 101.0102, is outside its own range from 99 to 101'],
    ['below by a rounding', 99 * 0.999901, null],
    ['below', 99 * 0.999899, 'IWM’s close of 2025-12-10, 98.99, is outside its own range from 99 to 101'],
  ])('with a close outside its range, %s', (_, close, fault) => {
    expect(barFault(ranged(close), session)).toBe(fault);
  });

  it.each([
    ['three sessions', [100, 101, 101, 101], null],
    ['four sessions', [101, 101, 101, 101], 'IWM’s close of 2025-12-10 is that of the three sessions before'],
  ])('with closes alone, the same for %s', (_, closes, fault) => {
    expect(barFault(bars('IWM', closes), session)).toBe(fault);
  });

  it.each([
    ['a fund that is traded', 'IWM', [5, 5, 5, 0], 'IWM’s bar of 2025-12-10 has no volume'],
    ['a fund that mostly was', 'IWM', [5, 0, 5, 0], 'IWM’s bar of 2025-12-10 has no volume'],
    ['a fund that mostly was not', 'IWM', [5, 0, 0, 0], null],
    ['an index', '^RUT', [5, 5, 5, 0], null],
  ])('with a volume of zero, of %s', (_, symbol, volume, fault) => {
    expect(barFault(bars(symbol, [1, 2, 3, 4], { volume: Float64Array.from(volume) }), session)).toBe(fault);
  });

  it('is no fault when it is absent', () => {
    expect(barFault(bars('IWM', [1, 2]), '2025-12-11')).toBeNull();
  });
});

describe('a move', () => {
  const found = (moves: Readonly<Record<string, number>>) =>
    impossibleMoves(
      tna,
      new Map(
        Object.entries(moves).map(([symbol, move]) => [symbol, bars(symbol, [100, 100, 100 * (1 + move)])]),
      ),
      session,
    ).map(({ symbols }) => symbols.join('+'));
  const calm = { SPY: 0.01, QQQ: 0.01 };

  it.each([
    ['of 25 % by an optional fund', { KRE: -0.25 }, []],
    ['of more', { KRE: -0.2501 }, ['KRE']],
    ['of any size by a company', { META: -0.264 }, []],
    ['of half by an index of volatility, within its scale', { '^VIX': 0.5 }, []],
    ['of 15 % by one of the four alone', { ...calm, SPY: 0.15 }, []],
    ['of more alone', { ...calm, SPY: 0.1501 }, ['SPY']],
    ['of more with another that makes a fifth of it', { SPY: 0.034, QQQ: 0.168 }, []],
    ['of more with another that makes less', { SPY: 0.033, QQQ: 0.168 }, ['QQQ']],
    ['of a split of 5 for 4 of an optional fund', { ...calm, KRE: -0.2 }, ['KRE']],
    // 2020-11-09: a real one.
    ['of an optional fund that the required make a part of', { IWM: 0.036, SPY: 0.012, KRE: 0.154 }, []],
    ['of more against another', { SPY: -0.05, QQQ: 0.168 }, ['QQQ']],
    ['of the fund 14.9 points from its multiple', { ...calm, IWM: 0.01, TNA: 0.179 }, []],
    ['of the fund 15.1 points from its multiple', { ...calm, IWM: 0.01, TNA: 0.181 }, ['TNA']],
    ['of the index fund that its fund does not follow', { ...calm, IWM: -0.2, TNA: 0 }, ['IWM', 'IWM']],
    ['of two, of which either may be wrong', { ...calm, IWM: 0.07, TNA: 0.03 }, ['IWM+TNA']],
    ['of the fund in a crash', { SPY: -0.109, QQQ: -0.12, IWM: -0.133, TNA: -0.371 }, []],
    ['of a required fund 4 points from its index', { ...calm, IWM: 0.01, SPY: 0.05, '^GSPC': 0.0101 }, []],
    // SPY's history before a day times 1.05, as by 21 shares for 20.
    [
      'of one more, which the others do not make',
      { QQQ: 0.001, IWM: 0, SPY: -0.047, '^GSPC': 0.001 },
      ['SPY'],
    ],
    ['of an index that none of the funds make', { QQQ: 0.001, IWM: 0, SPY: 0.001, '^GSPC': 0.05 }, ['^GSPC']],
    ['of an index, where the funds leave it open', { QQQ: 0.02, SPY: 0, '^GSPC': 0.041 }, ['^GSPC']],
    // A slip of a digit: 1.6 points from the index and from a third of TNA's move.
    ['of the underlying from both', { ...calm, '^RUT': 0.001, IWM: -0.016, TNA: 0 }, ['IWM']],
    ['of the underlying from both, a point and a half', { ...calm, '^RUT': 0.001, IWM: -0.0149, TNA: 0 }, []],
    ['of the underlying between the two', { ...calm, '^RUT': 0.0682, IWM: 0.039, TNA: 0.0792 }, []],
    ['of the inverse fund after ten times a price', { IWM: 0.01, TZA: 9 }, ['TZA']],
  ])('%s', (_, moves, symbols) => {
    expect(found(moves).map((one) => one.split('+').sort().join('+'))).toEqual(symbols);
  });

  it('after the session is not known on it', () => {
    const market = new Map([['KRE', bars('KRE', [100, 100, 50])]]);
    expect(impossibleMoves(tna, market, '2025-12-09')).toEqual([]);
    expect(impossibleMoves(tna, market, session)).toHaveLength(1);
  });

  it('over a hole of more than five sessions may be of any size', () => {
    const sessions = (first: string) => ({ sessions: [first, session] });
    const with2 = (first: string) => new Map([['KRE', bars('KRE', [100, 60], sessions(first))]]);
    expect(impossibleMoves(tna, with2('2025-12-03'), session)).toHaveLength(1);
    expect(impossibleMoves(tna, with2('2025-12-02'), session)).toEqual([]);
  });
});

describe('the residual', () => {
  it('is of total returns, and of two sessions in a row', () => {
    const adjusted = Float64Array.of(100, 101);
    const market = new Map([
      ['IWM', bars('IWM', [100, 90], { adjusted })],
      ['TNA', bars('TNA', [50, 51])],
    ]);
    expect(residualOf(tna, market, session)).toBeCloseTo(0.02 - 0.03, 12);
    market.set('TNA', bars('TNA', [50, 51], { sessions: ['2025-12-08', session] }));
    expect(residualOf(tna, market, session)).toBeNull();
  });
});

describe('holes', () => {
  const sessions = sessionsBetween('2025-11-03', session);
  const lacking = (...gone: string[]) => ({ sessions: sessions.filter((date) => !gone.includes(date)) });

  it('are sessions of the exchange, not holidays, within a given number of sessions', () => {
    expect(holesOf(lacking(), session, 252)).toEqual([]);
    // The 21 sessions up to 10 December begin with 11 November; 27 November is Thanksgiving.
    expect(holesOf(lacking('2025-11-10', '2025-11-11', '2025-12-01'), session, 21)).toEqual([
      '2025-11-11',
      '2025-12-01',
    ]);
  });

  it('are none before a series begins or after it ends', () => {
    expect(holesOf({ sessions: sessions.slice(5, -2) }, session, 252)).toEqual([]);
    expect(holesOf({ sessions: [] }, session, 252)).toEqual([]);
    expect(holesOf({ sessions: ['1985-01-02', '1985-01-04'] }, session, 252)).toEqual([]);
  });
});

describe('a thin volume', () => {
  const share = (last: number, on = session) =>
    thinVolume(
      bars(
        'IWM',
        Array.from({ length: 22 }, () => 1),
        { last: on, volume: Float64Array.from([...Array.from({ length: 21 }, (_, i) => 90 + i), last]) },
      ),
      on,
    );

  it('is under half of the median of the 21 sessions before', () => {
    expect(share(50)).toBeNull();
    expect(share(49.9)).toBeCloseTo(0.499, 12);
  });

  it('is less on an early close, which has 3.5 hours of 6.5', () => {
    expect(share(27, '2025-11-28')).toBeNull();
    expect(share(26.9, '2025-11-28')).toBeCloseTo(0.269, 12);
  });

  it('is not known without a history or without volumes', () => {
    expect(thinVolume(bars('IWM', [1, 2]), session)).toBeNull();
    expect(thinVolume(bars('IWM', [1, 2], { volume: Float64Array.of(100, 1) }), session)).toBeNull();
  });
});

describe('a second opinion', () => {
  const closes = [100, 100, 100, 100, 100, 100];
  const off = (back: number, by: number) =>
    bars(
      'IWM',
      closes.map((close, at) => (at === closes.length - 1 - back ? close * (1 + by) : close)),
    );

  it.each([
    ['agrees at 0.15 %', 0, tolerance - 1e-9, []],
    ['disagrees above it', 0, tolerance + 1e-9, [session]],
    ['disagrees below it', 0, -tolerance - 1e-9, [session]],
    ['is asked of five closes', 4, 0.004, ['2025-12-04']],
    ['is not asked of the sixth', 5, 0.004, []],
  ])('%s', (_, back, by, apart) => {
    expect(compareCloses(bars('IWM', closes), off(back, by), session)?.apart).toEqual(apart);
  });

  it('names the close on which the two are furthest apart', () => {
    const other = bars('IWM', [100, 100, 100, 102, 100, 101]);
    expect(compareCloses(bars('IWM', closes), other, session)).toMatchObject({
      session: '2025-12-08',
      second: 102,
      apart: ['2025-12-08', session],
    });
  });

  it('has nothing to say without a session or closes in common', () => {
    expect(compareCloses(bars('IWM', closes), bars('IWM', closes, { close: null }), session)).toBeNull();
    expect(compareCloses(bars('IWM', closes), bars('IWM', closes), '2025-01-01')).toBeNull();
  });
});
