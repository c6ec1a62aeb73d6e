import { describe, expect, it } from 'vitest';
import {
  assessFilings,
  assessFuture,
  assessList,
  assessOptions,
} from '../../../../lambda/sources/quality/freshness-disclosures.ts';

const fresh = { status: 'fresh', notes: [] };

describe('filings', () => {
  const filings = (value: number, filed = '2025-10-31') => ({
    symbol: 'AAPL',
    company: 320193,
    concept: 'Spent',
    facts: [{ start: '2025-07-01', end: '2025-09-30', value, filed }],
  });
  const late = { status: 'stale', notes: [{ code: 'quarter-ended', end: '2025-09-30' }] };
  const none = { status: 'missing', notes: [{ code: 'none-filed' }] };

  // The next quarter ends 92 days later; 60 days to file it at the end of a year, and a week: 159 days.
  it.each([
    ['2026-03-08', fresh],
    ['2026-03-09', late],
  ])('of the third quarter are as fresh on %s as a next one may be late', (session, freshness) => {
    expect(assessFilings('filings', filings(100), session)).toEqual(freshness);
    expect(assessFilings('income', filings(-100), session)).toEqual(freshness);
  });

  // Of shares the fourth quarter is filed for the year alone: 92 days more.
  it.each([
    ['2026-06-08', fresh],
    ['2026-06-09', late],
  ])('of shares on %s may be a quarter older', (session, freshness) => {
    expect(assessFilings('shares', filings(100), session)).toEqual(freshness);
  });

  it('that were made after the session are not known on it', () => {
    for (const kind of ['filings', 'income', 'shares'] as const) {
      expect(assessFilings(kind, filings(100, '2026-01-02'), '2025-12-31')).toEqual(none);
      expect(assessFilings(kind, filings(100, '2025-12-31'), '2025-12-31')).toEqual(fresh);
    }
  });

  it('may report a loss, but no negative spending', () => {
    expect(assessFilings('income', filings(-100), '2025-12-31')).toEqual(fresh);
    expect(assessFilings('filings', filings(-100), '2025-12-31')).toEqual(none);
  });
});

describe('a list of holdings', () => {
  it.each([
    ['2025-12-31', fresh],
    ['2025-12-26', fresh],
    ['2025-12-24', { status: 'stale', notes: [{ code: 'list-of', date: '2025-12-24', isLater: false }] }],
    ['2026-01-02', { status: 'missing', notes: [{ code: 'list-of', date: '2026-01-02', isLater: true }] }],
    ['1949-03-04', { status: 'stale', notes: [{ code: 'list-of', date: '1949-03-04', isLater: false }] }],
  ])('of %s serves three more sessions, and none before it', (asOf, freshness) => {
    expect(assessList({ asOf }, '2025-12-31')).toEqual(freshness);
  });
});

describe('a quote of options', () => {
  it.each(['2025-12-30', '2026-01-02'])('of %s serves no other session', (asOf) => {
    expect(assessOptions({ symbol: 'IWM', asOf, value: 0.2 }, '2025-12-31')).toEqual({
      status: 'missing',
      notes: [{ code: 'quote-of', date: asOf }],
    });
    expect(assessOptions({ symbol: 'IWM', asOf, value: 0.2 }, asOf)).toEqual(fresh);
  });
});

it('a contract serves the sessions that it has a price of', () => {
  const future = {
    month: '2026-01',
    sessions: ['2025-12-29', '2025-12-31'],
    closes: Float64Array.of(96, 96),
  };
  expect(assessFuture(future, '2025-12-31')).toEqual(fresh);
  expect(assessFuture(future, '2025-12-30')).toEqual({
    status: 'missing',
    notes: [{ code: 'session-absent' }],
  });
});
