import { expect, it } from 'vitest';
import {
  isBusinessDay,
  isFederalHoliday,
  newestBusinessDay,
  nextBusinessDay,
} from '../../../lambda/calendar/federal-holidays.ts';

// The days off of 2021, 2023 and 2025 as the Office of Personnel Management lists them (inauguration day aside).
const listed: Readonly<Record<string, readonly string[]>> = {
  2021: [
    '01-01',
    '01-18',
    '02-15',
    '05-31',
    '06-18',
    '07-05',
    '09-06',
    '10-11',
    '11-11',
    '11-25',
    '12-24',
    '12-31',
  ],
  2023: ['01-02', '01-16', '02-20', '05-29', '06-19', '07-04', '09-04', '10-09', '11-10', '11-23', '12-25'],
  2025: ['01-01', '01-20', '02-17', '05-26', '06-19', '07-04', '09-01', '10-13', '11-11', '11-27', '12-25'],
};

it.each(Object.entries(listed))('knows the federal holidays of %s', (year, days) => {
  const found: string[] = [];
  for (let month = 1; month <= 12; month++)
    for (let day = 1; day <= 31; day++) {
      const name = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      if (isFederalHoliday(`${year}-${name}`)) found.push(name);
    }
  expect(found).toEqual(days);
});

it('keeps Juneteenth from 2021 on', () => {
  expect(isFederalHoliday('2020-06-19')).toBe(false);
  expect(isFederalHoliday('2021-06-18')).toBe(true);
});

it('counts business days over weekends and holidays, both ways', () => {
  expect(isBusinessDay('2025-10-13')).toBe(false);
  expect(isBusinessDay('2025-11-11')).toBe(false);
  // The exchange is closed on Good Friday, federal offices are not.
  expect(isBusinessDay('2025-04-18')).toBe(true);
  expect(nextBusinessDay('2025-12-31')).toBe('2026-01-02');
  expect(nextBusinessDay('2025-10-10')).toBe('2025-10-14');
  expect(nextBusinessDay('2025-10-31')).toBe('2025-11-03');
  expect(nextBusinessDay('2025-11-01')).toBe('2025-11-03');
  expect(newestBusinessDay('2025-10-13')).toBe('2025-10-10');
  expect(newestBusinessDay('2025-10-14')).toBe('2025-10-14');
});
