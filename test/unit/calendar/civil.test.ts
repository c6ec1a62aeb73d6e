import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  endOfMonth,
  isDate,
  lastWeekday,
  nthWeekday,
  startOfQuarter,
  weekday,
  weekdayName,
} from '../../../lambda/calendar/civil.ts';
import fc from '../../support/fast-check.ts';

const days = fc.integer({ min: dayNumber('1800-01-01'), max: dayNumber('2200-12-31') });

describe('civil dates', () => {
  it('count days as the platform does', () => {
    fc.assert(
      fc.property(days, (n) => {
        const platform = new Date(n * 86_400_000);
        const date = dateOfDayNumber(n);
        expect(date).toBe(platform.toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(n);
        expect(weekday(date) % 7).toBe(platform.getUTCDay());
      }),
    );
  });

  it('know a real date from a text that looks like one', () => {
    for (const good of ['2024-02-29', '2000-02-29', '1999-12-31']) expect(isDate(good), good).toBe(true);
    for (const bad of ['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-1-02', '20240102', ''])
      expect(isDate(bad), bad).toBe(false);
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
  });

  it('step over the ends of months and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(daysBetween('2023-12-31', '2024-12-31')).toBe(366);
  });

  it('clamp months to their last day', () => {
    expect(addMonths('2025-12-31', -1)).toBe('2025-11-30');
    expect(addMonths('2025-12-31', -10)).toBe('2025-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-05-15', -12)).toBe('2024-05-15');
    expect(addMonths('2025-01-15', -1)).toBe('2024-12-15');
    expect(endOfMonth('2024-02-10')).toBe('2024-02-29');
    expect(startOfQuarter('2025-12-31')).toBe('2025-10-01');
  });

  it('find weekdays of a month', () => {
    expect(nthWeekday(2025, 11, 4, 4)).toBe('2025-11-27');
    expect(lastWeekday(2027, 5, 1)).toBe('2027-05-31');
    expect(weekdayName('2026-11-26')).toBe('Thursday');
  });
});
