import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatFigure,
  formatInstant,
  formatMonth,
  formatNumber,
  formatShortDate,
} from '../../../../lambda/briefing/words/format.ts';
import { asPrinted } from '../../../../lambda/briefing/words/number.ts';
import type { Figure } from '../../../../lambda/report/schema.ts';
import fc from '../../../support/fast-check.ts';

const figure = (value: Figure['value'], unit: string): Figure => ({
  value,
  unit,
  asOf: '2025-12-31',
  status: value === null ? 'missing' : 'fresh',
  method: 'return',
  inputs: [],
  source: 'folder',
  ...(value === null ? { reason: 'no bar' } : {}),
});

/** Narrow no-break spaces as `_` and ordinary ones as `~`, so that the tables below can be read. */
const seen = (text: string) => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~');

describe('a figure in print', () => {
  test.each([
    ['return.IWM.1d', -0.007539391019090069, 'fraction', '−0.75_%'],
    ['return.TNA.21d', 0.004128989209173595, 'fraction', '+0.41_%'],
    ['return.TNA.ytd', 0.09821191283503183, 'fraction', '+9.8_%'],
    ['return.TNA.1y', -0.6671, 'fraction', '−66.7_%'],
    ['return.IWM.252d', 0.126576, 'fraction', '+12.7_%'],
    ['change.IWM.1d', -0.0000001, 'fraction', '0.00_%'],
    ['excess.IWM:SPY.5d', -0.014704964, 'fraction', '−1.47~pts'],
    ['gap.TNA.21d.total', -0.01254900155, 'fraction', '−1.25~pts'],
    ['gap.TNA.1y.cost', -0.1043, 'fraction', '−10.4~pts'],
    ['residual.TNA.1d', -0.000338, 'fraction', '−0.03~pts'],
    ['td.TNA.252d', -0.11049937559510736, 'fraction a year', '−11.05~pts'],
    ['te.TNA.252d', 0.0148733722495209, 'fraction a year', '1.49~pts'],
    ['close.IWM', 246.160004, 'usd', '246.16'],
    ['close.^GSPC', 6845.5, 'index points', '6,845.50'],
    ['close.^IXIC', 23241.985, 'index points', '23,241.99'],
    ['vol.IWM.252d', 0.227276555980108, 'fraction a year', '22.7_%'],
    ['drawdown.TNA.now', -0.577075227145164, 'fraction', '−57.7_%'],
    ['drawdown.SPY.now', 0, 'fraction', '0.0_%'],
    ['rs.IWM:SPY.vs50', -0.004326912408070593, 'fraction', '−0.43_%'],
    ['rs.IWM:SPY.percentile5y', 0.10634920634920635, 'fraction', '11_%'],
    ['wins.IWM:SPY.20d', 8, 'count', '8'],
    ['streak.IWM:SPY', -6, 'sessions', '−6'],
    ['map.IWM:SPY.ratio', 99.94, 'index', '99.9'],
    ['rotation.score', 5.932811647841611, '-100..100', '+6'],
    ['rotation.score', -0.4, '-100..100', '0'],
    ['rotation.component.credit', -0.5284653902766494, 'z', '−0.53'],
    ['rotation.record.21d', -0.03833538377272067, '-1..1', '−0.04'],
    ['beta.TNA:IWM.63d', 2.9805450565001803, 'ratio', '2.98'],
    ['r2.TNA:IWM.63d', 0.99912, 'ratio', '0.999'],
    ['decay.TNA.-20.25', -0.5755, 'fraction', '−57.6_%'],
    ['breakeven.TNA.21d', 0.0017041541836460006, 'fraction', '+0.17_%'],
    ['expected.TNA.1d', 0.030899, 'fraction', '±3.09_%'],
    ['var95.TNA.1d', 0.06008599269931108, 'fraction', '6.01_%'],
    ['ladder.TNA.sma.IWM.50', 45.478, 'usd', '45.48'],
    ['macro.corecpi.yoy', 0.02634, 'fraction', '2.6_%'],
    ['macro.payrolls.3m', 22.333, 'thousands', '+22~thousand'],
    ['macro.claims.4w', 217250, 'persons', '217,250'],
    ['macro.sahm', 0.35, 'points', '0.35~pts'],
    ['macro.curve.2s10s', 0.0071, 'fraction', '+0.71~pts'],
    ['macro.hyoas', 0.0281, 'fraction', '2.81~pts'],
    ['macro.nfci', -0.5412, 'index', '−0.54'],
    ['rotation.state', 'no clear leadership', 'word', 'no clear leadership'],
    ['rotation.onset', '2025-12-31', 'date', 'Wed Dec 31, 2025'],
    ['return.IWM.1d', null, 'fraction', 'n/a'],
    ['something.new', 0.0123, 'fraction', '1.23_%'],
  ])('%s of %s %s reads %s', (id, value, unit, expected) => {
    expect(seen(formatFigure(id, figure(value, unit)))).toBe(expected);
  });

  test('a sentence may say the direction in words and leave the sign out', () => {
    expect(seen(formatFigure('return.TNA.1d', figure(-0.022956, 'fraction'), 'never'))).toBe('2.30_%');
  });

  test('a unit that no table knows is refused, not guessed', () => {
    expect(() => formatFigure('new.thing', figure(1, 'furlongs'))).toThrow('new.thing: no format');
  });
});

describe('rounding', () => {
  test.each([
    [0.285, 2, '0.29'],
    [1.005, 2, '1.01'],
    [-1.005, 2, '−1.01'],
    [2.5, 0, '3'],
    [-0.004, 2, '0.00'],
    [1e-9, 2, '0.00'],
    [999.995, 2, '1,000.00'],
    [1234567.891, 1, '1,234,567.9'],
    [1e21, 0, '1,000,000,000,000,000,000,000'],
  ])('%s at %i decimals is %s', (value, decimals, expected) => {
    expect(seen(formatNumber(value, decimals))).toBe(expected);
  });

  test('a fraction becomes percent without the error of a multiplication', () => {
    // 0.00145 * 100 is 0.14499999999999999 in doubles, and would print 0.14.
    expect(seen(formatNumber(0.00145, 2, 'always', 2))).toBe('+0.15');
  });

  test('the print is within half a unit of its last place, and never a negative zero', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          const text = formatNumber(value, decimals);
          const back = Number(text.replaceAll(',', '').replace('−', '-'));
          expect(Math.abs(back - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * (1 + 1e-6));
          expect(text).not.toMatch(/^−0(\.0*)?$/);
          expect(asPrinted(value, decimals)).toBe(back);
          expect(text.split('.')[1]?.length ?? 0).toBe(decimals);
        },
      ),
    );
  });

  test('a number and its opposite differ in the sign alone', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (value) => {
        expect(formatNumber(-value, 2, 'never')).toBe(formatNumber(value, 2, 'never'));
      }),
    );
  });

  test('what is not a number is not printed', () => {
    expect(() => formatNumber(Number.NaN, 2)).toThrow(RangeError);
    expect(() => formatNumber(Number.POSITIVE_INFINITY, 2)).toThrow(RangeError);
  });
});

describe('dates', () => {
  test('in the three lengths, and with a time', () => {
    expect(formatDate('2020-03-16')).toBe('Mon Mar 16, 2020');
    expect(formatShortDate('2013-04-02')).toBe('Apr 2, 2013');
    expect(formatMonth('2025-11-01')).toBe('Nov 2025');
    expect(formatInstant('2025-12-31T22:50:00.000Z')).toBe('Dec 31, 2025, 22:50 UTC');
  });

  test('what is not a date is refused', () => {
    expect(() => formatDate('31.12.2025')).toThrow(RangeError);
    expect(() => formatDate('2025-13-01')).toThrow(RangeError);
  });
});
