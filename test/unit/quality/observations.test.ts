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

describe('a step from one period to the next', () => {
  const stepping = (id: string, dates: readonly string[], values: readonly number[]): Observations => ({
    id,
    dates,
    values: Float64Array.from(values),
  });

  it('has a size in the edition, at both its sides, up and down', () => {
    const held = tna.macro.filter(({ step }) => step !== undefined);
    expect(held.length).toBeGreaterThan(25);
    for (const one of held) {
      const { kind, most } = one.step!;
      const [least, largest] = one.range!;
      const low = Math.max(least, 0) + (largest - Math.max(least, 0)) / 50;
      const high = (size: number) => (kind === 'ratio' ? low * size : low + size);
      const dates =
        one.frequency === 'quarterly' ? ['2025-01-01', '2025-04-01'] : ['2025-01-01', '2025-02-01'];
      const days = one.frequency === 'daily' ? ['2025-01-02', '2025-01-03'] : dates;
      const at = one.frequency === 'weekly' ? ['2025-01-04', '2025-01-11'] : days;
      for (const turn of [(pair: number[]) => pair, (pair: number[]) => pair.toReversed()]) {
        const inside = turn([low, high(most * 0.9999)]);
        const beyond = turn([low, high(most * 1.001)]);
        expect(whyImplausible(stepping(one.series, at, inside), one), one.series).toBeNull();
        expect(whyImplausible(stepping(one.series, at, beyond), one)).toBe(
          `goes from ${beyond[0]} of ${at[0]} to ${beyond[1]} of ${at[1]}, a step that ${one.series} (${one.unit}) never makes`,
        );
      }
    }
  });

  it.each([
    ['CPIAUCSL', [323.4, 162.2], 'another base from one row on'],
    ['CPIAUCSL', [323.4, 342.3], 'two digits exchanged'],
    ['GDPC1', [23_770, 26_427], 'ten per cent too much'],
    ['PAYEMS', [159_540, 15_954 * 2], 'a digit lost'],
    ['T10Y2Y', [0.71, -0.71], 'a sign lost'],
    ['DGS10', [4.17, 1.47], 'two digits exchanged'],
  ])('of %s is not %j: %s', (series, values, _why) => {
    const dates = { GDPC1: ['2025-04-01', '2025-07-01'] }[series] ?? ['2025-08-01', '2025-09-01'];
    const days = /^(DGS10|T10Y2Y)$/.test(series) ? ['2025-09-02', '2025-09-03'] : dates;
    expect(whyImplausible(stepping(series, days, values), spec(series))).toMatch(/a step that/);
  });

  it.each([
    ['UNRATE', ['2020-03-01', '2020-04-01'], [4.4, 14.8]],
    ['ICSA', ['2020-03-14', '2020-03-21', '2020-03-28'], [282_000, 2_914_000, 6_137_000]],
    ['VIXCLS', ['2018-02-02', '2018-02-05'], [17.31, 37.32]],
    ['GDPC1', ['2020-01-01', '2020-04-01', '2020-07-01'], [20_679, 19_034, 20_511]],
    ['BAMLH0A0HYM2', ['2008-10-09', '2008-10-10'], [13.39, 14.84]],
    ['SOFR', ['2019-09-16', '2019-09-17', '2019-09-18'], [2.43, 5.25, 2.55]],
  ])('of %s was really this large', (series, dates, values) => {
    expect(whyImplausible(stepping(series, dates, values), spec(series))).toBeNull();
  });

  it('is looked for past a value that is absent, and not over a long hole', () => {
    const over = (last: string) =>
      whyImplausible(
        stepping('CPIAUCSL', ['2025-08-01', '2025-09-01', last], [323.4, Number.NaN, 162.2]),
        spec('CPIAUCSL'),
      );
    expect(over('2025-10-01')).toMatch(/^goes from 323.4 of 2025-08-01 to 162.2 of 2025-10-01/);
    expect(over('2026-08-01')).toBeNull();
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
