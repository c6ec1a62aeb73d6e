import { describe, expect, it } from 'vitest';
import { checkSession, refusal, shortfalls } from '../../lambda/briefing/gate.ts';
import { GateError, UsageError } from '../../lambda/errors.ts';
import type { Bars } from '../../lambda/series/bars.ts';

const now = '2026-01-02T20:30:00.000Z';

describe('the session that a briefing is asked for', () => {
  it.each([
    ['31.12.2025', '"31.12.2025" is not a date'],
    ['2025-02-29', '"2025-02-29" is not a date'],
    ['', '"" is not a date'],
    ['1989-12-29', '1989-12-29 is outside the exchange calendar, which covers 1990 to 2030'],
    ['2031-01-02', '2031-01-02 is outside the exchange calendar, which covers 1990 to 2030'],
    [
      '1990-01-01',
      "1990-01-01 is New Year's Day: the exchange is closed. The first session known is 1990-01-02.",
    ],
    ['2025-12-25', '2025-12-25 is Christmas Day: the exchange is closed. The session before is 2025-12-24.'],
    ['2025-12-27', '2025-12-27 is a Saturday: the exchange is closed. The session before is 2025-12-26.'],
    [
      '2012-10-30',
      '2012-10-30 is a day closed for Hurricane Sandy: the exchange is closed. The session before is 2012-10-26.',
    ],
    [
      '2026-01-02',
      '2026-01-02 is not over: the exchange closes at 2026-01-02T21:00:00Z, and now it is 2026-01-02T20:30:00.000Z. The session before is 2025-12-31.',
    ],
    [
      '2026-01-05',
      '2026-01-05 is not over: the exchange closes at 2026-01-05T21:00:00Z, and now it is 2026-01-02T20:30:00.000Z. The session before is 2026-01-02.',
    ],
  ])('%s is refused with the reason', (text, message) => {
    expect(() => checkSession(text, now)).toThrow(UsageError);
    expect(() => checkSession(text, now)).toThrow(message);
  });

  it('is accepted from its close on, an early one too', () => {
    expect(checkSession('2025-12-31', now)).toBe('2025-12-31');
    expect(checkSession('2026-01-02', '2026-01-02T21:00:00.000Z')).toBe('2026-01-02');
    expect(checkSession('2026-11-27', '2026-11-27T18:00:00Z')).toBe('2026-11-27');
    expect(() => checkSession('2026-11-27', '2026-11-27T17:59:59.999Z')).toThrow(/not over/);
  });
});

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

describe('the gate', () => {
  const edition = { required: ['IWM', 'SPY', 'QQQ', 'TNA'] };
  const complete = ['IWM', 'SPY', 'QQQ', 'TNA'].map((symbol) =>
    bars(symbol, '2025-12-30', '2025-12-31', '2026-01-02'),
  );

  it('lets a session pass that every required series has, and ignores the others', () => {
    expect(shortfalls(edition, '2025-12-31', new Map(complete))).toEqual([]);
    expect(shortfalls(edition, '2025-12-31', new Map([...complete, bars('KRE', '2020-01-02')]))).toEqual([]);
  });

  it.each([
    ['is absent', [], 'TNA has no data'],
    ['is empty', [bars('TNA')], 'TNA has no data'],
    ['begins later', [bars('TNA', '2026-01-02')], 'TNA begins on 2026-01-02, after the session'],
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
    expect(shortfalls(edition, '2025-12-31', market)).toEqual([{ symbol: 'TNA', text }]);
  });

  it('says in one sentence all that it misses', () => {
    const market = new Map([complete[1]!, bars('QQQ', '2025-12-30'), complete[3]!]);
    const error = refusal('2025-12-31', shortfalls(edition, '2025-12-31', market));
    expect(error).toBeInstanceOf(GateError);
    expect(error.missing).toEqual(['IWM', 'QQQ']);
    expect(error.message).toBe(
      'no briefing for 2025-12-31: IWM has no data; QQQ has no bar of 2025-12-31; the newest before it is of 2025-12-30',
    );
    expect(error.hint).toContain('--allow-incomplete');
  });
});
