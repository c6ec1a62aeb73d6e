import { describe, expect, it } from 'vitest';
import { checkSession } from '../../../lambda/calendar/asked-session.ts';
import { UsageError } from '../../../lambda/errors.ts';

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
      '2026-01-02 is not over: the exchange closes at 2026-01-02T21:00:00Z, and now it is 2026-01-02T20:30:00.000Z. The newest that has closed is 2025-12-31.',
    ],
    [
      '2026-01-05',
      '2026-01-05 is not over: the exchange closes at 2026-01-05T21:00:00Z, and now it is 2026-01-02T20:30:00.000Z. The newest that has closed is 2025-12-31.',
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
