import { describe, expect, it } from 'vitest';
import { axisOf, columnOn, place } from '../../../lambda/series/axis.ts';
import { bothCovered, coverageOf } from '../../../lambda/series/coverage.ts';
import { existingOf, overExisting } from '../../../lambda/series/existing.ts';

const absent = Number.NaN;

describe('the axis', () => {
  const axis = axisOf('2025-12-22', '2025-12-31');

  it('is the sessions of the exchange from the first bar to the last', () => {
    expect(axis.sessions).toEqual([
      '2025-12-22',
      '2025-12-23',
      '2025-12-24',
      '2025-12-26',
      '2025-12-29',
      '2025-12-30',
      '2025-12-31',
    ]);
    expect(axis.days[1]! - axis.days[0]!).toBe(1);
  });

  it('finds a session, and the last one on or before any day', () => {
    expect(axis.indexOf('2025-12-26')).toBe(3);
    for (const outside of ['2025-12-25', '2025-12-19', '2026-01-02', '1970-01-01'])
      expect(axis.indexOf(outside), outside).toBe(-1);
    expect(axis.lastOnOrBefore('2025-12-25')).toBe(2);
    expect(axis.lastOnOrBefore('2025-12-21')).toBe(-1);
    expect(axis.lastOnOrBefore('2026-03-02')).toBe(6);
  });

  it('of bars of closed days alone is as empty as that of none', () => {
    expect(axisOf('9999-12-31', '0001-01-01').sessions).toEqual([]);
  });

  it('begins with the calendar where bars are older than that', () => {
    expect(axisOf('1962-01-02', '1990-01-03').sessions).toEqual(['1990-01-02', '1990-01-03']);
  });
});

describe('a series on the axis', () => {
  const axis = axisOf('2025-12-22', '2025-12-31');
  const columnOf = (dates: readonly string[]) =>
    columnOn(
      axis,
      place(axis, dates),
      Float64Array.from(dates, (_, row) => row + 1),
    );

  it('has a value a session, none before its first and in its holes', () => {
    expect([...columnOf(['2025-12-23', '2025-12-24', '2025-12-29'])]).toEqual([
      absent,
      1,
      2,
      absent,
      3,
      absent,
      absent,
    ]);
  });

  it('lies as a whole where nothing is missing', () => {
    expect(place(axis, ['2025-12-24', '2025-12-26', '2025-12-29']).unbroken).toBe(true);
    expect(place(axis, ['2025-12-24', '2025-12-29']).unbroken).toBe(false);
    expect([...columnOf(['2025-12-29', '2025-12-30', '2025-12-31'])].slice(4)).toEqual([1, 2, 3]);
  });

  it('loses rows of other days, wherever they are', () => {
    expect([...columnOf(['2025-12-20', '2025-12-22', '2025-12-25', '2025-12-26', '2025-12-31'])]).toEqual([
      2,
      absent,
      absent,
      4,
      absent,
      absent,
      5,
    ]);
  });
});

describe('coverage', () => {
  it('names the newest hole up to each session; where a series begins is none', () => {
    const { first, newestHole } = coverageOf(Float64Array.of(absent, absent, 1, absent, 2, 3));
    expect(first).toBe(2);
    expect([...newestHole]).toEqual([-1, -1, -1, 3, 3, 3]);
  });

  it('of two has the holes of either from the later beginning on', () => {
    const one = coverageOf(Float64Array.of(1, absent, 1, 1, absent, 1));
    const other = coverageOf(Float64Array.of(absent, absent, 1, absent, 1, 1));
    const { first, newestHole } = bothCovered(one, other);
    expect(first).toBe(2);
    expect([...newestHole]).toEqual([-1, -1, -1, 3, 4, 4]);
  });
});

describe('the values that exist', () => {
  const existing = existingOf(Float64Array.of(absent, 1, absent, 2, 3, absent));

  it('are counted up to any session, and the last of them lie side by side', () => {
    expect([0, 1, 2, 5].map(existing.upTo)).toEqual([0, 1, 1, 3]);
    expect([...existing.last(4, 2)!]).toEqual([2, 3]);
    expect([...existing.last(5, 3)!]).toEqual([1, 2, 3]);
    expect(existing.last(3, 3)).toBeNull();
    expect([...existing.indices]).toEqual([1, 3, 4]);
  });

  it('are the inputs of a recursion, whose results are on their sessions', () => {
    const sums = (values: Float64Array) => {
      let sum = 0;
      return values.map((value) => {
        sum += value;
        return sum;
      });
    };
    expect([...overExisting(Float64Array.of(absent, 1, absent, 2, 3, absent), sums)]).toEqual([
      absent,
      1,
      absent,
      3,
      6,
      absent,
    ]);
  });
});
