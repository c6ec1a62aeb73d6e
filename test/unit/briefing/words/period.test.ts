import { describe, expect, it } from 'vitest';
import { sessionContext } from '../../../../lambda/briefing/session-context.ts';
import { beginsPeriod, endsPeriod, eve, periodVerb } from '../../../../lambda/briefing/words/period.ts';

describe('a session in its calendar', () => {
  it.each([
    ['2025-12-31', 'year', 'end the year'],
    ['2022-12-30', 'year', 'end the year'],
    ['2025-09-30', 'quarter', 'end the quarter'],
    ['2024-03-28', 'quarter', 'end the quarter'],
    ['2025-10-31', 'month', null],
    ['2025-12-30', null, null],
  ] as const)('%s ends the %s', (session, period, verb) => {
    expect(endsPeriod(sessionContext(session))).toBe(period);
    expect(periodVerb(sessionContext(session))).toBe(verb);
  });

  it.each([
    ['2026-01-02', 'year', 'begin the year'],
    ['2025-10-01', 'quarter', 'begin the quarter'],
    ['2025-12-01', 'month', null],
  ] as const)('%s begins the %s', (session, period, verb) => {
    expect(beginsPeriod(sessionContext(session))).toBe(period);
    expect(periodVerb(sessionContext(session))).toBe(verb);
  });

  it.each([
    ['2025-11-26', ' before Thanksgiving'],
    ['2024-12-24', ' before Christmas'],
    ['2024-03-28', ' before Easter'],
    ['2025-08-29', ' before the Labor Day weekend'],
    ['2026-07-02', ' before Independence Day'],
    ['2025-11-28', ''],
    ['2025-12-31', ''],
  ])('the eve of a holiday, %s, reads "%s"', (session, expected) => {
    expect(eve(sessionContext(session))).toBe(expected);
  });

  it.each(['2012-10-26', '2001-09-10', '2025-01-08'])(
    '%s, before an unscheduled closure, says nothing of it',
    (session) => {
      expect(sessionContext(session).holidayAhead).toBeNull();
    },
  );
});
