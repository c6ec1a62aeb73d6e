import { expect, it } from 'vitest';
import { weekday } from '../../../lambda/calendar/civil.ts';
import { fomcMeetings, isDecisionDay, nextFomcMeeting } from '../../../lambda/calendar/fomc.ts';
import { isSession } from '../../../lambda/calendar/nyse.ts';

/** Every meeting of the table, by asking for the next one again and again. */
function allMeetings(): string[] {
  const found: string[] = [];
  for (let day: string | null = '2024-01-01'; day !== null; ) {
    day = nextFomcMeeting(day);
    if (day !== null) found.push(day);
  }
  return found;
}

it('knows the next meeting on the days around one', () => {
  expect(nextFomcMeeting('2025-12-31')).toBe('2026-01-28');
  expect(nextFomcMeeting('2026-01-27')).toBe('2026-01-28');
  expect(nextFomcMeeting('2026-01-28')).toBe('2026-03-18');
  expect(nextFomcMeeting('2026-11-23')).toBe('2026-12-09');
});

it('knows what was ahead in earlier years too', () => {
  expect(nextFomcMeeting('2013-10-17')).toBe('2013-10-30');
  expect(fomcMeetings('2023-12-13', '2024-03-20')).toEqual(['2024-01-31', '2024-03-20']);
});

it('has the meeting of March 2020 as ahead until the Committee met in its place, three days before', () => {
  expect(nextFomcMeeting('2020-03-13')).toBe('2020-03-18');
  expect(fomcMeetings('2020-03-12', '2020-03-31')).toEqual(['2020-03-18']);
  expect(nextFomcMeeting('2020-03-16')).toBe('2020-04-29');
  expect(isDecisionDay('2020-03-18')).toBe(false);
});

it('says nothing outside its table', () => {
  expect(nextFomcMeeting('2013-01-29')).toBeNull();
  expect(nextFomcMeeting('2013-01-30')).toBe('2013-03-20');
  expect(fomcMeetings('2013-01-29', '2013-12-31')).toEqual([]);
  expect(nextFomcMeeting('2028-01-26')).toBeNull();
});

it('has eight meetings a year, on sessions, none at a weekend', () => {
  const meetings = allMeetings();
  for (const year of ['2024', '2025', '2026', '2027'])
    expect(meetings.filter((day) => day.startsWith(year))).toHaveLength(8);
  for (const day of meetings) {
    expect(weekday(day)).toBeLessThan(6);
    expect(isSession(day)).toBe(true);
  }
});
