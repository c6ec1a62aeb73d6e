import { expect, it } from 'vitest';
import { daysToElection } from '../../../lambda/calendar/elections.ts';

// Days of federal general elections as held, https://www.fec.gov: 2018-11-06, 2020-11-03, 2022-11-08, 2024-11-05.
it.each<[string, number]>([
  ['2018-11-06', 0],
  ['2020-11-02', 1],
  ['2020-11-03', 0],
  // 1 November 2022 was a Tuesday before the first Monday.
  ['2022-11-01', 7],
  ['2022-11-08', 0],
  ['2024-11-05', 0],
  // The day after, the next one is two years ahead.
  ['2024-11-06', 727],
  ['2023-06-01', 523],
  ['2025-12-31', 307],
])('on %s the next federal election is %d days ahead', (date, days) => {
  expect(daysToElection(date)).toBe(days);
});
