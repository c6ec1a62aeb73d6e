import { describe, expect, it } from 'vitest';
import { agreed, type Calendar } from '../../../lambda/calendar/agreed.ts';
import { announced, announcedFrom, announcedThrough } from '../../../lambda/calendar/announced.ts';
import { byRule } from '../../../lambda/calendar/by-rule.ts';
import { weekday } from '../../../lambda/calendar/civil.ts';
import type { ScheduledEvent } from '../../../lambda/calendar/events.ts';
import { isFederalHoliday } from '../../../lambda/calendar/federal-holidays.ts';
import { knownDayOf } from '../../../lambda/calendar/publication-days.ts';

const daysOf = (name: string) => announced.filter((event) => event.name === name).map(({ date }) => date);

describe('the announced dates', () => {
  it('of jobs and prices are those of the table of publications, which came from another reading', () => {
    const periods = ['2026-09-01', '2026-10-01', '2026-11-01'];
    expect(daysOf('Employment situation')).toEqual(
      periods.map((period) => knownDayOf('PAYEMS', period)?.day),
    );
    expect(daysOf('Consumer price index')).toEqual(
      periods.map((period) => knownDayOf('CPIAUCSL', period)?.day),
    );
  });

  it('lie on days of work, after they were read and within what was announced', () => {
    for (const { date, seen, when, standing } of announced) {
      expect(weekday(date) <= 5 && !isFederalHoliday(date), date).toBe(true);
      expect(date > (seen ?? '') && (seen ?? '') >= announcedFrom && date <= announcedThrough, date).toBe(
        true,
      );
      expect([when.length, standing]).toEqual([5, 'scheduled']);
    }
  });
});

describe('usual days', () => {
  const lines = (after: string, until: string) =>
    byRule(after, until).map(({ date, when, name, standing }) => `${date} ${when} ${name}, ${standing}`);

  it('are Thursdays for claims, none on Thanksgiving, uncertain in the week of Christmas', () => {
    expect(lines('2026-11-18', '2026-12-31').filter((line) => line.includes('claims'))).toEqual([
      '2026-11-19 08:30 Jobless claims, usual',
      '2026-12-03 08:30 Jobless claims, usual',
      '2026-12-10 08:30 Jobless claims, usual',
      '2026-12-17 08:30 Jobless claims, usual',
      '2026-12-24 08:30 Jobless claims, uncertain',
      '2026-12-31 08:30 Jobless claims, uncertain',
    ]);
  });

  // The Board's calendar of 2026: 16 September to 7 October, 28 October to 18 November, 9 to 30 December.
  it('are three weeks after the decision, and half an hour after the statement', () => {
    expect(lines('2026-09-26', '2026-12-31').filter((line) => line.includes('FOMC'))).toEqual([
      '2026-10-28 14:30 FOMC press conference, usual',
      '2026-12-09 14:30 FOMC press conference, usual',
      '2026-10-07 14:00 FOMC minutes, usual',
      '2026-11-18 14:00 FOMC minutes, usual',
      '2026-12-30 14:00 FOMC minutes, uncertain',
    ]);
    // In 2024 the minutes of 7 November were not given out on Thanksgiving.
    expect(lines('2024-11-20', '2024-12-05').filter((line) => line.includes('minutes'))).toEqual([]);
  });
});

describe('several calendars', () => {
  const event = (date: string, name: string, source: string): ScheduledEvent => ({
    date,
    when: '08:30',
    kind: 'release',
    name,
    standing: 'published',
    source,
    major: true,
  });
  const calendar = (
    rank: number,
    source: string,
    days: readonly (readonly [string, string])[],
  ): Calendar => ({
    rank,
    events: days.map(([date, name]) => event(date, name, source)),
    covers: { names: days.map(([, name]) => name), from: '2026-10-01', through: '2026-12-30' },
  });
  const kept = calendar(2, 'kept', [
    ['2026-12-04', 'jobs'],
    ['2026-12-10', 'prices'],
    ['2027-01-08', 'jobs'],
  ]);
  const wordsOf = (...calendars: readonly Calendar[]) =>
    agreed(calendars).map(({ date, name, source }) => `${date} ${name} ${source}`);

  it('list a moved date once, as the first of them has it, and keep what it says nothing of', () => {
    expect(wordsOf(kept, calendar(0, 'publisher', [['2026-12-08', 'jobs']]))).toEqual([
      '2026-12-08 jobs publisher',
      '2026-12-10 prices kept',
      '2027-01-08 jobs kept',
    ]);
  });

  it('list a cancelled date not at all', () => {
    const cancelled = { ...calendar(0, 'publisher', [['2026-12-08', 'jobs']]), events: [] };
    expect(wordsOf(kept, cancelled)).toEqual(['2026-12-10 prices kept', '2027-01-08 jobs kept']);
  });
});
