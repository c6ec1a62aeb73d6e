import { describe, expect, it } from 'vitest';
import { finalityOf, vouchedDate } from '../../../../lambda/sources/parsing/finality.ts';

/** The evening ladder. Instants in UTC; New York is five hours behind in winter, four in summer. */
describe('the newest bar of a session', () => {
  it.each([
    [
      'an ordinary winter session, a minute before its close',
      '2025-12-30',
      '2025-12-30T20:59:00Z',
      '2025-12-30T20:59:00Z',
      'live',
    ],
    ['at its close', '2025-12-30', '2025-12-30T21:00:00Z', '2025-12-30T21:00:00Z', 'provisional'],
    ['until corrections end', '2025-12-30', '2025-12-30T21:00:01Z', '2025-12-31T01:14:59Z', 'provisional'],
    ['at 20:15', '2025-12-30', '2025-12-30T21:00:01Z', '2025-12-31T01:15:00Z', 'final'],
    [
      'a summer session at its close',
      '2025-07-01',
      '2025-07-01T20:00:00Z',
      '2025-07-01T20:30:00Z',
      'provisional',
    ],
    [
      'an hour before, which would be its close in winter',
      '2025-07-01',
      '2025-07-01T19:59:59Z',
      '2025-07-01T20:30:00Z',
      'live',
    ],
    [
      'the day after Thanksgiving at its early close',
      '2026-11-27',
      '2026-11-27T18:00:00Z',
      '2026-11-27T18:30:00Z',
      'provisional',
    ],
    [
      'the day after Thanksgiving before it',
      '2026-11-27',
      '2026-11-27T17:59:00Z',
      '2026-11-27T18:30:00Z',
      'live',
    ],
    [
      'Christmas Eve at its early close',
      '2026-12-24',
      '2026-12-24T18:00:01Z',
      '2026-12-24T18:05:00Z',
      'provisional',
    ],
  ])('%s', (_, session, stamp, fetchedAt, expected) => {
    expect(finalityOf(session, stamp, fetchedAt)).toBe(expected);
  });

  it('is no close while the provider has not moved on, however late it is', () => {
    expect(finalityOf('2025-12-30', '2025-12-30T18:00:00Z', '2025-12-31T05:00:00Z')).toBe('live');
  });

  it('is no close by a stamp alone: a clock that runs ahead proves nothing', () => {
    expect(finalityOf('2025-12-30', '2025-12-30T21:30:00Z', '2025-12-30T19:00:00Z')).toBe('live');
    expect(finalityOf('2025-12-30', '2026-01-05T21:30:00Z', '2025-12-30T21:10:00Z')).toBe('live');
    expect(finalityOf('2025-12-30', '2026-01-05T21:30:00Z', '2025-12-30T21:15:00Z')).toBe('provisional');
  });

  it('without a stamp waits for the usual delay of quotes', () => {
    expect(finalityOf('2025-12-30', null, '2025-12-30T21:14:00Z')).toBe('live');
    expect(finalityOf('2025-12-30', null, '2025-12-30T21:15:00Z')).toBe('provisional');
  });
});

describe('the date up to which both clocks vouch', () => {
  const ours = '2025-12-31T02:00:00Z';

  it.each([
    ['the provider’s, when it is behind ours', '2025-12-29T21:00:01Z', '2025-12-29'],
    ['ours less the usual delay, without a stamp', null, '2025-12-30'],
    ['ours less the usual delay, when the stamp is ahead', '2026-03-01T00:00:00Z', '2025-12-30'],
    ['the calendar’s first session, when the stamp is of another age', '1975-04-18T09:00:01Z', '1990-01-02'],
    ['the same, when the stamp is of no age at all', '1970-01-01T00:00:00Z', '1990-01-02'],
  ])('is %s', (_, stamp, date) => {
    expect(vouchedDate(stamp, ours)).toBe(date);
  });
});
