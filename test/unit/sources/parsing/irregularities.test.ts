import { describe, expect, it } from 'vitest';
import { irregularitiesOf } from '../../../../lambda/sources/parsing/irregularities.ts';

const barsOf = (sessions: readonly string[]) => ({
  symbol: 'IWM',
  sessions,
  open: null,
  high: null,
  low: null,
  close: Float64Array.from(sessions, (_, row) => 100 + row),
  adjusted: null,
  volume: null,
});
const found = (sessions: readonly string[]) =>
  irregularitiesOf(barsOf(sessions)).map(({ code, sessions: days }) => [code, days]);

describe('bars against the calendar of the exchange', () => {
  it('follow on one another', () => {
    expect(found(['2025-12-23', '2025-12-24', '2025-12-26', '2025-12-29'])).toEqual([]);
  });

  it('are named after a missing session', () => {
    expect(found(['2025-12-23', '2025-12-26', '2025-12-29'])).toEqual([['after-hole', ['2025-12-26']]]);
  });

  it('are named on a day without a session, and nothing is missing for that', () => {
    expect(found(['2025-12-24', '2025-12-25', '2025-12-26'])).toEqual([['closed-day', ['2025-12-25']]]);
    expect(found(['2025-12-25', '2025-12-26'])).toEqual([['closed-day', ['2025-12-25']]]);
  });

  it('are not judged before the calendar begins', () => {
    expect(found(['1985-12-25', '1990-01-02', '1990-01-03'])).toEqual([]);
  });
});
