import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../lambda/errors.ts';
import { newestClosedSession, planRange, planSession } from '../../../lambda/steps/plan.ts';

describe('the newest closed session', () => {
  it.each([
    // New York is five hours behind Greenwich in winter, four in summer.
    ['one second before the close', '2025-12-31T20:59:59Z', '2025-12-30'],
    ['at the close', '2025-12-31T21:00:00Z', '2025-12-31'],
    ['at the close in summer', '2025-07-01T20:00:00Z', '2025-07-01'],
    ['after midnight in Greenwich, evening in New York', '2026-01-01T02:00:00Z', '2025-12-31'],
    ['before the open', '2025-12-31T13:00:00Z', '2025-12-30'],
    ['on a holiday', '2025-12-25T23:00:00Z', '2025-12-24'],
    ['at an early close, 13:00', '2025-12-24T18:00:00Z', '2025-12-24'],
    ['just before an early close', '2025-12-24T17:59:00Z', '2025-12-23'],
    ['on a Sunday', '2025-12-28T12:00:00Z', '2025-12-26'],
    ['with an offset', '2025-12-31T16:00:00-05:00', '2025-12-31'],
  ])('%s', (_, now, session) => {
    expect(newestClosedSession(new Date(now).toISOString())).toBe(session);
  });

  it('is not guessed outside the calendar', () => {
    expect(() => newestClosedSession('2061-01-05T12:00:00Z')).toThrow(UsageError);
  });
});

describe('a planned session', () => {
  it('is the one asked for, or the newest', () => {
    expect(planSession('2025-12-30', '2025-12-31T22:00:00Z')).toBe('2025-12-30');
    expect(planSession(undefined, '2025-12-31T22:00:00Z')).toBe('2025-12-31');
  });

  it('is over', () => {
    expect(() => planSession('2025-12-31', '2025-12-31T20:00:00Z')).toThrow(UsageError);
  });
});

describe('a planned range', () => {
  const now = '2026-01-02T12:00:00Z';

  it('holds the sessions between two dates that need not be sessions', () => {
    expect(planRange({ from: '2025-12-25', to: '2026-01-01' }, now)).toEqual([
      '2025-12-26',
      '2025-12-29',
      '2025-12-30',
      '2025-12-31',
    ]);
  });

  it.each([
    ['2025-12-31', '2025-12-01', /lies after/],
    ['2025-12-27', '2025-12-28', /no session/],
    ['2025-12-29', '2026-01-02', /is not over/],
    ['2025-12-1', '2025-12-31', /"2025-12-1" is not a date/],
    ['1980-01-01', '2025-12-31', /outside the NYSE calendar/],
  ])('from %s to %s is refused', (from, to, message) => {
    expect(() => planRange({ from, to }, now)).toThrow(message);
    expect(() => planRange({ from, to }, now)).toThrow(UsageError);
  });
});
