import { describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import { axisOf } from '../../../lambda/series/axis.ts';
import { freshPath, isFresh } from '../../../lambda/series/fresh-path.ts';

const daily = tna.macro.find(({ series }) => series === 'DGS2')!;

describe('a value of a daily series', () => {
  it.each<[string, string, number, boolean]>([
    // On Wednesday the newest that can be known is Tuesday's.
    ['2025-12-30', '2025-12-31', 0, true],
    ['2025-12-29', '2025-12-31', 0, false],
    ['2025-12-29', '2025-12-31', 1, true],
    // On Monday Friday's.
    ['2025-12-12', '2025-12-15', 0, true],
    ['2025-12-11', '2025-12-15', 0, false],
    // On the Tuesday after Memorial Day that of the Friday before.
    ['2025-05-23', '2025-05-27', 0, true],
    ['2025-05-22', '2025-05-27', 0, false],
    // On Columbus Day, a session and no business day, Thursday's.
    ['2025-10-09', '2025-10-13', 0, true],
    ['2025-10-08', '2025-10-13', 0, false],
    // What is newer than can be known is fresh.
    ['2025-12-31', '2025-12-31', 0, true],
  ])('of %s on %s, at most %d days late, is fresh: %s', (period, session, mayLag, is) => {
    expect(isFresh(period, session, mayLag)).toBe(is);
  });
});

describe('the path of a daily series', () => {
  const axis = axisOf('2025-12-01', '2025-12-10');
  const observations = {
    id: 'DGS2',
    dates: ['2025-11-28', '2025-12-01', '2025-12-02'],
    values: Float64Array.of(1, 2, 3),
  };

  it('has the newest value while it is fresh, and none after', () => {
    // Sessions: 1, 2, 3, 4, 5, 8, 9 and 10 December.
    const path = freshPath(observations, daily, axis, 0, 2);
    expect([...path]).toEqual([1, 2, 3, 3, 3, Number.NaN, Number.NaN, Number.NaN]);
  });

  it('that may lag by none ends with its last value’s day', () => {
    const path = freshPath(observations, daily, axis, 0, 0);
    expect([...path].slice(0, 4)).toEqual([1, 2, 3, Number.NaN]);
  });

  it('begins with the first session that is asked for', () => {
    const path = freshPath(observations, daily, axis, 2, 2);
    expect([...path].slice(0, 4)).toEqual([Number.NaN, Number.NaN, 3, 3]);
  });
});
