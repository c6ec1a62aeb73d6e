import { describe, expect, it } from 'vitest';
import { sessions as calendar } from '../../../../lambda/calendar/nyse.ts';
import { daysPublished } from '../../../../lambda/calendar/publication-days.ts';
import { dayKinds } from '../../../../lambda/figures/events/day-kinds.ts';

describe('days of releases', () => {
  it('are each once, ascending, from 2010 on; the lapse of 2025 left two jobs reports on one day', () => {
    const jobs = daysPublished('PAYEMS');
    expect(jobs).toEqual([...new Set(jobs)].toSorted());
    expect(jobs[0]).toBe('2010-01-08');
    expect(jobs.filter((day) => day.startsWith('2025-12'))).toEqual(['2025-12-16']);
    expect(daysPublished('CPIAUCSL').filter((day) => day.startsWith('2025-11'))).toEqual([]);
  });

  it('without a session count on the next one: the jobs report of Good Friday 2015 on Monday', () => {
    const jobs = dayKinds.find(({ id }) => id === 'jobs')!;
    expect(daysPublished('PAYEMS')).toContain('2015-04-03');
    expect(jobs.isSuch('2015-04-06')).toBe(true);
    expect(jobs.listed!.filter((day) => !calendar.includes(day))).toEqual([]);
  });
});
