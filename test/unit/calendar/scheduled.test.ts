import { describe, expect, it } from 'vitest';
import { nextSessions } from '../../../lambda/calendar/ahead.ts';
import { inOrder, type ScheduledEvent } from '../../../lambda/calendar/events.ts';
import { heldMeetings } from '../../../lambda/calendar/fomc.ts';
import { newYorkInstant } from '../../../lambda/calendar/new-york.ts';
import { isEarlyClose, isSession } from '../../../lambda/calendar/nyse.ts';
import { reconstitutions } from '../../../lambda/calendar/reconstitution.ts';
import { scheduledBetween } from '../../../lambda/calendar/scheduled.ts';
import { russell } from '../../../lambda/editions/tna-reconstitution.ts';

describe('the next ten sessions', () => {
  it('pass over Thanksgiving, Christmas and New Year', () => {
    expect(nextSessions('2026-11-20')).toEqual([
      ...['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-27', '2026-11-30'],
      ...['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07'],
    ]);
    expect(nextSessions('2025-12-22')).toEqual([
      ...['2025-12-23', '2025-12-24', '2025-12-26', '2025-12-29', '2025-12-30'],
      ...['2025-12-31', '2026-01-02', '2026-01-05', '2026-01-06', '2026-01-07'],
    ]);
  });

  it('are fewer at the end of the calendar', () => {
    expect(nextSessions('2030-12-27')).toEqual(['2030-12-30', '2030-12-31']);
  });
});

describe('what the tables schedule', () => {
  const wordsOf = (after: string, until: string) =>
    scheduledBetween(after, until, null).map(({ date, when, kind, name }) => [date, when, kind, name]);

  it('of a week with a holiday and an early close', () => {
    expect(wordsOf('2026-11-20', '2026-12-09')).toEqual([
      ['2026-11-26', 'all day', 'closure', 'Thanksgiving Day'],
      ['2026-11-27', '13:00', 'early close', 'the day after Thanksgiving'],
      ['2026-12-09', '14:00', 'decision', 'FOMC decision'],
    ]);
  });

  it('no unscheduled closure, and no decision before the schedule begins', () => {
    expect(wordsOf('2012-10-26', '2012-10-31')).toEqual([]);
    expect(wordsOf('2025-01-08', '2025-01-10')).toEqual([]);
    expect(wordsOf('2012-12-11', '2012-12-13')).toEqual([]);
  });

  it('neither the day itself nor a day too many', () => {
    expect(wordsOf('2025-12-10', '2025-12-23')).toEqual([]);
    expect(wordsOf('2025-12-09', '2025-12-10')).toHaveLength(1);
  });
});

describe('the reconstitution of the Russell indices', () => {
  // As announced: 26 June 2020 (notice of 2 June 2020), and for 2026 the fourth Friday of June and the second of November.
  it('is on the fourth Friday of June, from 2026 on also on the second of November', () => {
    expect(reconstitutions(russell, '2017-12-31', '2021-12-31')).toEqual([
      ...['2018-06-22', '2019-06-28', '2020-06-26', '2021-06-25'],
    ]);
    expect(reconstitutions(russell, '2024-12-31', '2027-12-31')).toEqual([
      ...['2025-06-27', '2026-06-26', '2026-11-13', '2027-06-25', '2027-11-12'],
    ]);
  });

  it('is a whole session in every year of the calendar', () => {
    const days = reconstitutions(russell, '1990-01-01', '2030-12-31');
    expect(days).toHaveLength(21 + 5);
    expect(days.every((day) => isSession(day) && !isEarlyClose(day))).toBe(true);
  });

  it('is listed up to its day, at the close, with its source', () => {
    const found = (after: string) =>
      scheduledBetween(after, '2026-07-03', russell).filter(({ kind }) => kind === 'reconstitution');
    expect(found('2026-06-26')).toEqual([]);
    expect(found('2026-06-25')).toEqual([
      {
        date: '2026-06-26',
        when: 'at the close',
        kind: 'reconstitution',
        name: 'Russell reconstitution',
        standing: 'scheduled',
        source: 'FTSE Russell',
        major: true,
      },
    ]);
  });
});

it('indices of an edition are reconstituted on the days that it names, or on none', () => {
  const december = { month: 12, weekday: 5, nth: 3, from: 2020 } as const;
  const indices = { indices: 'them', name: 'Theirs', publisher: 'Somebody', days: [december] };
  // A calendar on the wall: the third Fridays of December 2024 and 2025.
  expect(reconstitutions(indices, '2024-01-01', '2025-12-31')).toEqual(['2024-12-20', '2025-12-19']);
  const ahead = (of: typeof indices | null) =>
    scheduledBetween('2025-12-18', '2025-12-19', of).map(({ name, source }) => `${name}, ${source}`);
  expect(ahead(indices)).toEqual(['Theirs, Somebody']);
  expect(ahead(null)).toEqual([]);
});

it('an hour of New York is another of the world when the clocks change', () => {
  // A meeting before the change of 8 March 2026, and one after it.
  expect(newYorkInstant('2026-01-28', '14:00')).toBe('2026-01-28T19:00:00Z');
  expect(newYorkInstant('2026-03-18', '14:00')).toBe('2026-03-18T18:00:00Z');
});

describe('decisions that were held', () => {
  it('are sessions, eight a year but in 2020, when the meeting of March was not held', () => {
    for (let year = 2010; year <= 2025; year++) {
      const days = heldMeetings(`${year}-01-01`, `${year}-12-31`);
      expect(days).toHaveLength(year === 2020 ? 7 : 8);
      expect(days.every(isSession)).toBe(true);
      expect(days).toEqual([...days].sort());
    }
  });
});

it('events are in the order of their days and hours', () => {
  const event = (date: string, when: ScheduledEvent['when'], name: string): ScheduledEvent => ({
    date,
    when,
    name,
    kind: 'release',
    standing: 'published',
    source: 'test',
    major: false,
  });
  const names = inOrder([
    event('2026-01-09', 'after the close', 'f'),
    event('2026-01-09', '10:00', 'e'),
    event('2026-01-09', 'before the open', 'd'),
    event('2026-01-09', '08:30', 'c'),
    event('2026-01-09', '08:30', 'b'),
    event('2026-01-09', 'time not given', 'g'),
    event('2026-01-08', '14:00', 'a'),
  ]).map(({ name }) => name);
  expect(names.join('')).toBe('abcdefg');
});
