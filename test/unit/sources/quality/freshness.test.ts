import { describe, expect, it } from 'vitest';
import { tna } from '../../../../lambda/editions/tna.ts';
import type { Bars } from '../../../../lambda/series/bars.ts';
import { assessBars, assessObservations } from '../../../../lambda/sources/quality/freshness.ts';

const session = '2025-12-31';

describe('bars', () => {
  const bars = (sessions: readonly string[], symbol = 'IWM', adjusted = true): Bars => {
    const column = Float64Array.from(sessions, () => 1);
    return {
      symbol,
      sessions,
      open: null,
      high: null,
      low: null,
      close: column,
      adjusted: adjusted ? column : null,
      volume: null,
    };
  };

  it.each([
    ['of the session are fresh', ['2025-12-30', '2025-12-31'], { status: 'fresh', notes: [] }],
    ['are of no later session', ['2025-12-30', '2025-12-31', '2026-01-02'], { status: 'fresh', notes: [] }],
    [
      'that end two sessions before are late',
      ['2025-12-26', '2025-12-29'],
      { status: 'stale', notes: [{ code: 'bar-late', newest: '2025-12-29', sessions: 2 }] },
    ],
    [
      'that go on without the session lack it',
      ['2025-12-29', '2026-01-02'],
      { status: 'missing', notes: [{ code: 'session-absent' }] },
    ],
    [
      'that begin after it are missing',
      ['2026-01-02'],
      { status: 'missing', notes: [{ code: 'begins', on: '2026-01-02' }] },
    ],
    ['that are none are missing', [], { status: 'missing', notes: [{ code: 'begins', on: undefined }] }],
    [
      'from before the exchange’s calendar are late by an unknown number',
      ['1949-03-04'],
      { status: 'stale', notes: [{ code: 'bar-late', newest: '1949-03-04', sessions: Number.NaN }] },
    ],
  ])('%s', (_, sessions, freshness) => {
    expect(assessBars(bars(sessions), session)).toEqual(freshness);
  });

  it('without dividends say so, except for an index, which pays none', () => {
    const priceOnly = [{ code: 'price-only' }];
    expect(assessBars(bars([session], 'IWM', false), session).notes).toEqual(priceOnly);
    expect(assessBars(bars([session], '^VIX', false), session).notes).toEqual([]);
    expect(assessBars(bars([], 'IWM', false), session).notes).toEqual([
      { code: 'begins', on: undefined },
      ...priceOnly,
    ]);
    expect(assessBars(bars(['2025-12-30'], 'IWM', false), session).notes).toHaveLength(2);
    expect(assessBars(bars(['2025-12-30', '2026-01-02'], 'IWM', false), session).notes).toHaveLength(2);
  });
});

describe('a daily macro series, known on the business day after', () => {
  const spec = tna.macro.find(({ series }) => series === 'DGS2')!;
  const assess = (...rows: readonly (readonly [date: string, value: number])[]) =>
    assessObservations(
      {
        id: 'DGS2',
        dates: rows.map(([date]) => date),
        values: Float64Array.from(rows, ([, value]) => value),
      },
      session,
      spec,
      [],
    );

  it('is fresh with the value of the day before', () => {
    expect(assess(['2025-12-30', 3.5])).toEqual({ status: 'fresh', notes: [] });
  });

  it('is not served by the value of the session, which comes a day later', () => {
    expect(assess(['2025-12-31', 3.5])).toEqual({
      status: 'missing',
      notes: [{ code: 'no-value-by-session' }],
    });
    expect(assess(['2025-12-23', 3.5], ['2025-12-31', 3.4])).toEqual({
      status: 'stale',
      notes: [{ code: 'newest-by-session', date: '2025-12-23', isMonth: false }],
    });
  });

  it('is as old as its newest row with a value', () => {
    expect(assess(['2025-12-23', 3.5], ['2025-12-29', Number.NaN], ['2025-12-30', Number.NaN])).toEqual({
      status: 'stale',
      notes: [{ code: 'newest-by-session', date: '2025-12-23', isMonth: false }],
    });
    expect(assess(['2025-12-24', 3.5], ['2025-12-30', Number.NaN]).status).toBe('fresh');
    expect(assess(['2025-12-30', Number.NaN]).status).toBe('missing');
    expect(assess().status).toBe('missing');
  });
});
