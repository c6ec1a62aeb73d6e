import { describe, expect, it } from 'vitest';
import { easter } from '../../../lambda/calendar/easter.ts';
import {
  closeOf,
  closureOf,
  earlyClose,
  isEarlyClose,
  isSession,
  nextSession,
  openOf,
  previousSession,
  sessionsAfter,
  sessionsBetween,
  whyClosed,
} from '../../../lambda/calendar/nyse.ts';

/** Weekdays of a year without a session. */
function closedWeekdays(year: number): string[] {
  const closed: string[] = [];
  for (let day = Date.UTC(year, 0, 1); day <= Date.UTC(year, 11, 31); day += 86_400_000) {
    const date = new Date(day);
    const text = date.toISOString().slice(0, 10);
    if (date.getUTCDay() % 6 !== 0 && !isSession(text)) closed.push(text);
  }
  return closed;
}

describe('NYSE calendar published by the exchange', () => {
  const dates = (year: number, list: string) =>
    list.split(' ').map((part) => {
      const [month, day] = part.split('/');
      return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
    });

  it.each([
    [2026, '1/1 1/19 2/16 4/3 5/25 6/19 7/3 9/7 11/26 12/25'],
    [2027, '1/1 1/18 2/15 3/26 5/31 6/18 7/5 9/6 11/25 12/24'],
    [2028, '1/17 2/21 4/14 5/29 6/19 7/4 9/4 11/23 12/25'],
  ])('is closed in %i on the days named', (year, list) => {
    expect(closedWeekdays(year)).toEqual(dates(year, list));
  });

  it.each([
    [2025, '7/3 11/28 12/24'],
    [2026, '11/27 12/24'],
    [2027, '11/26'],
    [2028, '7/3 11/24'],
  ])('closes early in %i on the days named and no other', (year, list) => {
    const early = sessionsBetween(`${year}-01-01`, `${year}-12-31`).filter(isEarlyClose);
    expect(early).toEqual(dates(year, list));
  });

  it('was closed for President Carter, which calendars of its time lack', () => {
    expect(isSession('2025-01-09')).toBe(false);
    expect(whyClosed('2025-01-09')).toBe('the day of mourning for President Carter');
  });

  it('closes at four on 2026-07-02, the eve of an observed Independence Day', () => {
    expect(isEarlyClose('2026-07-02')).toBe(false);
    expect(closeOf('2026-07-02')).toBe('2026-07-02T20:00:00Z');
  });
});

describe('NYSE calendar', () => {
  it('gives the reason of a day without a session', () => {
    expect(whyClosed('2025-11-27')).toBe('Thanksgiving Day');
    expect(whyClosed('2025-12-27')).toBe('a Saturday');
    expect(whyClosed('2027-07-05')).toBe('Independence Day (observed)');
    expect(whyClosed('2012-10-29')).toBe('a day closed for Hurricane Sandy');
    expect(whyClosed('2025-12-31')).toBeNull();
  });

  it('knows which closures were unscheduled', () => {
    const unforeseen = [
      '1994-04-27',
      '2001-09-12',
      '2004-06-11',
      '2007-01-02',
      '2012-10-29',
      '2018-12-05',
      '2025-01-09',
    ];
    for (const date of unforeseen) expect(closureOf(date)?.kind, date).toBe('unscheduled');
    for (const date of ['2025-11-27', '2027-07-05', '2025-12-27'])
      expect(closureOf(date)?.kind, date).not.toBe('unscheduled');
    expect(closureOf('2025-12-27')).toEqual({ kind: 'weekend', name: 'a Saturday' });
    expect(closureOf('2027-07-05')).toEqual({ kind: 'holiday', name: 'Independence Day', isObserved: true });
    expect(closureOf('2025-12-31')).toBeNull();
  });

  it('steps from session to session, also from days that are none', () => {
    expect(previousSession('2025-12-26')).toBe('2025-12-24');
    expect(previousSession('2025-12-25')).toBe('2025-12-24');
    expect(nextSession('2025-12-31')).toBe('2026-01-02');
    expect(nextSession('2026-01-01')).toBe('2026-01-02');
    expect(sessionsAfter('2025-12-24', '2025-12-31')).toBe(4);
    expect(sessionsAfter('2025-12-31', '2025-12-24')).toBe(0);
  });

  it('keeps New York time across the changes of the clock', () => {
    expect(closeOf('2027-03-12')).toBe('2027-03-12T21:00:00Z');
    expect(closeOf('2027-03-15')).toBe('2027-03-15T20:00:00Z');
    expect(closeOf('2027-11-05')).toBe('2027-11-05T20:00:00Z');
    expect(closeOf('2027-11-08')).toBe('2027-11-08T21:00:00Z');
    expect(closeOf('2026-11-27')).toBe('2026-11-27T18:00:00Z');
    expect(openOf('2027-03-12')).toBe('2027-03-12T14:30:00Z');
    expect(openOf('2027-03-15')).toBe('2027-03-15T13:30:00Z');
    expect(openOf('2026-11-27')).toBe('2026-11-27T14:30:00Z');
    expect(earlyClose('2026-11-27')).toEqual({ time: '13:00', reason: 'the day after Thanksgiving' });
  });

  it('refuses what it does not know', () => {
    expect(() => isSession('1989-12-29')).toThrow(/covers 1990 to 2030/);
    expect(() => nextSession('2030-12-31')).toThrow(RangeError);
    expect(() => closeOf('2025-12-25')).toThrow(/no session: Christmas Day/);
  });

  it('finds Easter as the tables do', () => {
    const tabulated = ['2008-03-23', '2011-04-24', '2019-04-21', '2024-03-31', '2025-04-20', '2038-04-25'];
    for (const date of tabulated) expect(easter(Number(date.slice(0, 4)))).toBe(date);
  });
});
