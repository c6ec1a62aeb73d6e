import { describe, expect, test } from 'vitest';
import { dateTicks, valueAxis } from '../../../../lambda/rendering/charts/ticks.ts';
import { tickFormat } from '../../../../lambda/rendering/view/units.ts';
import fc from '../../../support/fast-check.ts';

/** Weekdays from a date on. */
function days(first: string, count: number): string[] {
  const all: string[] = [];
  for (let at = Date.parse(`${first}T00:00:00Z`); all.length < count; at += 86_400_000) {
    const day = new Date(at);
    if (day.getUTCDay() % 6 !== 0) all.push(day.toISOString().slice(0, 10));
  }
  return all;
}

describe('the ticks of a time axis', () => {
  test('name quarters over a year and a half, January by its year', () => {
    expect(dateTicks(days('2024-06-03', 400), 7).map(({ label }) => label)).toEqual([
      'Jul',
      'Oct',
      '2025',
      'Apr',
      'Jul',
      'Oct',
    ]);
  });

  test('name months when there are few', () => {
    expect(dateTicks(days('2025-10-15', 50), 7).map(({ label }) => label)).toEqual(['Nov', 'Dec']);
  });

  test('are at the first session of their month', () => {
    const dates = days('2025-05-20', 60);
    expect(dateTicks(dates, 9).map(({ at }) => dates[at])).toEqual([
      '2025-06-02',
      '2025-07-01',
      '2025-08-01',
    ]);
  });

  test('name decades where there is no room for every five years', () => {
    expect(dateTicks(days('2008-11-20', 4400), 2).map(({ label }) => label)).toEqual(['2010', '2020']);
  });

  test('are never more than asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 2, max: 12 }), (count, most) => {
        expect(dateTicks(days('2010-03-01', count), most).length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a value axis', () => {
  test('covers its values, with a few round ticks', () => {
    expect(valueAxis([[82, 118.4, null]])).toMatchObject({ ticks: [80, 90, 100, 110, 120], step: 10 });
  });

  test('of equal values, or of none, still has a range', () => {
    expect(valueAxis([[5, 5]]).high).toBeGreaterThan(valueAxis([[5, 5]]).low);
    expect(valueAxis([[0]]).high).toBeGreaterThan(0);
    expect(valueAxis([[null], []])).toEqual({ low: 0, high: 1, ticks: [], step: 1 });
  });

  test.each([
    ['fraction', 0.05, 0.05, '5\u202f%'],
    ['fraction', -0.005, 0.005, '−0.5\u202f%'],
    ['index', 100, 10, '100'],
    ['usd', 247.8, 0.2, '247.8'],
    ['z', 0, 1, '0'],
  ])('writes a tick in %s: %d at steps of %d is %s', (unit, value, step, expected) => {
    expect(tickFormat(unit)(value, step)).toBe(expected);
  });
});
