import { describe, expect, it } from 'vitest';
import { GateError } from '../../../lambda/errors.ts';
import { refusal, shortfalls } from '../../../lambda/quality/gate.ts';
import type { Bars } from '../../../lambda/series/bars.ts';

const bars = (symbol: string, ...sessions: string[]): [string, Bars] => [
  symbol,
  {
    symbol,
    sessions,
    open: null,
    high: null,
    low: null,
    close: new Float64Array(sessions.length).fill(1),
    adjusted: null,
    volume: null,
  },
];

describe('a required series', () => {
  const edition = { required: ['IWM', 'SPY', 'QQQ', 'TNA'] };
  const complete = ['IWM', 'SPY', 'QQQ', 'TNA'].map((symbol) =>
    bars(symbol, '2025-12-30', '2025-12-31', '2026-01-02'),
  );

  it('lets a session pass that every required series has, and ignores the others', () => {
    expect(shortfalls(edition, '2025-12-31', { market: new Map(complete), flags: [] })).toEqual([]);
    expect(
      shortfalls(edition, '2025-12-31', {
        market: new Map([...complete, bars('KRE', '2020-01-02')]),
        flags: [],
      }),
    ).toEqual([]);
  });

  it.each([
    ['is absent', [], 'TNA has no data'],
    ['is empty', [bars('TNA')], 'TNA has no data'],
    [
      'begins later',
      [bars('TNA', '2026-01-02')],
      'the data at hand of TNA begin on 2026-01-02, after the session',
    ],
    [
      'ends before',
      [bars('TNA', '2025-12-29', '2025-12-30')],
      'TNA has no bar of 2025-12-31; the newest before it is of 2025-12-30',
    ],
    [
      'skips the session',
      [bars('TNA', '2025-12-30', '2026-01-02')],
      'TNA has no bar of 2025-12-31; the newest before it is of 2025-12-30',
    ],
    [
      'skips the session before',
      [bars('TNA', '2025-12-29', '2025-12-31')],
      'TNA has no bar of 2025-12-30, the session before 2025-12-31',
    ],
    [
      'begins with the session',
      [bars('TNA', '2025-12-31')],
      'TNA has no bar of 2025-12-30, the session before 2025-12-31',
    ],
  ])('stops one whose required series %s', (_, instead, text) => {
    const market = new Map([...complete.slice(0, 3), ...instead]);
    expect(shortfalls(edition, '2025-12-31', { market, flags: [] })).toMatchObject([{ symbol: 'TNA', text }]);
  });

  it('says in one sentence all that it misses', () => {
    const market = new Map([complete[1]!, bars('QQQ', '2025-12-30'), complete[3]!]);
    const error = refusal('2025-12-31', shortfalls(edition, '2025-12-31', { market, flags: [] }));
    expect(error).toBeInstanceOf(GateError);
    expect(error.missing).toEqual(['IWM', 'QQQ']);
    expect(error.message).toBe(
      'no briefing for 2025-12-31: IWM has no data; QQQ has no bar of 2025-12-31; the newest before it is of 2025-12-30',
    );
    expect(error.hint).toContain('--allow-incomplete');
  });

  it('asks whether the exchange was closed on a day that nearly all lack', () => {
    const hintOf = (...symbols: string[]) => {
      const without = new Map(symbols.map((symbol) => bars(symbol, '2025-12-29', '2025-12-31')));
      const market = new Map([...complete, ...without]);
      return refusal('2025-12-31', shortfalls(edition, '2025-12-31', { market, flags: [] })).hint;
    };
    const closed =
      'If the exchange was closed on 2025-12-30, that has to be added to lambda/calendar/closures.ts.';
    expect(hintOf('IWM', 'SPY', 'QQQ', 'TNA')).toContain(closed);
    expect(hintOf('IWM', 'SPY')).not.toContain('closed');
  });

  it('says once what holds for several symbols alike', () => {
    const short = [
      { symbol: 'IWM', text: 'IWM has no bar of 2026-01-02', has: 'no bar of 2026-01-02' },
      { symbol: 'SPY', text: 'SPY has no data', has: 'no data' },
      { symbol: 'TNA', text: 'TNA has no bar of 2026-01-02', has: 'no bar of 2026-01-02' },
      { symbol: 'QQQ', text: 'a copy of SPY' },
    ];
    expect(refusal('2026-01-02', short).message).toBe(
      'no briefing for 2026-01-02: IWM, TNA have no bar of 2026-01-02; SPY has no data; a copy of SPY',
    );
  });
});
