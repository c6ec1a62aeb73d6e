import { describe, expect, it } from 'vitest';
import { axisOf } from '../../../lambda/series/axis.ts';
import { type Window, windowStart } from '../../../lambda/series/windows.ts';

describe('the start of a window', () => {
  const axis = axisOf('2019-12-02', '2026-02-27');

  it.each<[string, Window, string]>([
    ['2025-12-31', '1d', '2025-12-30'],
    ['2025-12-31', '5d', '2025-12-23'],
    ['2025-12-31', '21d', '2025-12-01'],
    ['2025-03-31', '1m', '2025-02-28'],
    ['2024-03-28', '1m', '2024-02-28'],
    ['2024-02-29', '1y', '2023-02-28'],
    ['2025-02-28', '1y', '2024-02-28'],
    ['2025-05-30', '3m', '2025-02-28'],
    ['2025-12-31', '6m', '2025-06-30'],
    ['2025-07-28', '1m', '2025-06-27'],
    ['2025-12-31', 'mtd', '2025-11-28'],
    ['2025-12-01', 'mtd', '2025-11-28'],
    ['2025-10-01', 'qtd', '2025-09-30'],
    ['2025-12-31', 'qtd', '2025-09-30'],
    ['2025-01-02', 'ytd', '2024-12-31'],
    ['2025-12-31', 'ytd', '2024-12-31'],
  ])('%s back over %s is %s', (session, window, expected) => {
    expect(axis.sessions[windowStart(axis, session, window)]).toBe(expected);
  });

  it('is not there when the axis does not reach back, by one session or one day', () => {
    const reaches = (first: string, window: Window) =>
      windowStart(axisOf(first, '2025-07-28'), '2025-07-28', window) >= 0;
    expect(reaches('2025-06-27', '1m')).toBe(true);
    expect(reaches('2025-06-30', '1m')).toBe(false);
    expect(reaches('2025-07-21', '5d')).toBe(true);
    expect(reaches('2025-07-22', '5d')).toBe(false);
    expect(reaches('2024-12-31', 'ytd')).toBe(true);
    expect(reaches('2025-01-02', 'ytd')).toBe(false);
  });
});
