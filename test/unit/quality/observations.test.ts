import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../../lambda/calendar/civil.ts';
import type { MacroSpec } from '../../../lambda/editions/edition.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { macroDisagreements } from '../../../lambda/quality/agreements.ts';
import { whyImplausible } from '../../../lambda/quality/observations.ts';
import type { Observations } from '../../../lambda/series/observations.ts';

const spec = (series: string): MacroSpec => tna.macro.find((one) => one.series === series)!;
const observed = (id: string, dates: readonly string[], value: number): Observations => ({
  id,
  dates,
  values: new Float64Array(dates.length).fill(value),
});
const daily = (step: number, count = 30) =>
  Array.from({ length: count }, (_, i) => addDays('2025-01-06', i * step));
const monthly = (step: number, count = 30) =>
  Array.from({ length: count }, (_, i) => addMonths('2020-01-01', i * step));

describe('the periods of a series', () => {
  it.each([
    ['DGS10', monthly(1), 'holds monthly values (31 days from one to the next), and DGS10 is daily'],
    ['DGS10', daily(5), 'holds weekly values (5 days from one to the next), and DGS10 is daily'],
    ['ICSA', monthly(1), 'holds monthly values (31 days from one to the next), and ICSA is weekly'],
    ['NFCI', daily(11), 'holds other values (11 days from one to the next), and NFCI is weekly'],
    ['NFCI', daily(4), 'holds daily values (4 days from one to the next), and NFCI is weekly'],
    ['UNRATE', monthly(3), 'holds quarterly values (91 days from one to the next), and UNRATE is monthly'],
    ['GDPC1', monthly(1), 'holds monthly values (31 days from one to the next), and GDPC1 is quarterly'],
  ])('of %s are its own', (series, dates, why) => {
    const [least] = spec(series).range!;
    expect(whyImplausible(observed(series, dates, least), spec(series))).toBe(why);
  });

  it.each([
    ['DGS10', daily(1)],
    ['DGS10', daily(4)],
    ['NFCI', daily(5)],
    ['NFCI', daily(10)],
    ['UNRATE', monthly(1)],
    ['GDPC1', monthly(3)],
  ])('of %s may be these', (series, dates) => {
    const [least] = spec(series).range!;
    expect(whyImplausible(observed(series, dates, least), spec(series))).toBeNull();
  });

  it('may not change to others at the end', () => {
    const dates = [...daily(1, 300), ...monthly(1, 14).map((date) => date.replace('202', '203'))];
    expect(whyImplausible(observed('DGS10', dates, 4), spec('DGS10'))).toMatch(/^holds monthly values/);
  });

  it('are undecided in a file of three', () => {
    expect(whyImplausible(observed('DGS10', monthly(1, 3), 4), spec('DGS10'))).toBeNull();
  });
});

describe('the values of a series', () => {
  it('have a range in the edition, each at both its ends', () => {
    for (const one of tna.macro) {
      const [least, most] = one.range!;
      const dates = ['2025-01-01'];
      for (const inside of [least, most])
        expect(whyImplausible(observed(one.series, dates, inside), one), one.series).toBeNull();
      for (const outside of [least - 0.001, most + 0.001])
        expect(whyImplausible(observed(one.series, dates, outside), one)).toBe(
          `${outside} of 2025-01-01 is outside of ${least} to ${most}, where ${one.series} (${one.unit}) always is`,
        );
    }
  });

  it.each([
    ['UNRATE', 325.0, 'consumer prices under its name'],
    ['UNRATE', 43, 'a point that was lost'],
    ['UNRATE', 0.043, 'a fraction'],
    ['BAMLH0A0HYM2', 284, 'basis points'],
    ['DGS10', 0.04, 'a fraction'],
    ['ICSA', 222.5, 'thousands'],
    ['PAYEMS', 159_540_000, 'persons'],
    ['GDPC1', 23_703_000, 'millions'],
  ])('of %s are not %f: %s', (series, value) => {
    expect(whyImplausible(observed(series, ['2025-01-01'], value), spec(series))).toMatch(/is outside of/);
  });

  it('may be absent', () => {
    expect(whyImplausible(observed('UNRATE', ['2025-10-01'], Number.NaN), spec('UNRATE'))).toBeNull();
  });
});

describe('ten years less two', () => {
  const macro = (curve: number, ten: number, two: number) =>
    new Map([
      ['T10Y2Y', observed('T10Y2Y', ['2025-12-30', '2025-12-31'], curve)],
      ['DGS10', observed('DGS10', ['2025-12-30'], ten)],
      ['DGS2', observed('DGS2', ['2025-12-29', '2025-12-30'], two)],
    ]);

  it('is the curve to five hundredths, on the newest day that all have', () => {
    expect(macroDisagreements(tna, '2025-12-31', macro(0.69, 4.12, 3.48))).toEqual([]);
    expect(macroDisagreements(tna, '2025-12-31', macro(0.69, 4.12, 3.38))).toEqual([]);
    expect(macroDisagreements(tna, '2025-12-31', macro(0.69, 4.12, 3.37))).toEqual([
      {
        subject: 'macro:T10Y2Y',
        code: 'series-disagree',
        text: 'T10Y2Y of 2025-12-30 is 0.69, and DGS10 less DGS2 is 0.75: one of the three is wrong or in another unit',
        sessions: ['2025-12-30'],
        value: expect.closeTo(-0.06, 9),
      },
    ]);
  });

  it('is not asked of days after the session, or where one is absent', () => {
    expect(macroDisagreements(tna, '2025-12-29', macro(9, 4.12, 3.38))).toEqual([]);
    const two = macro(9, 4.12, 3.38);
    two.delete('DGS2');
    expect(macroDisagreements(tna, '2025-12-31', two)).toEqual([]);
  });
});
