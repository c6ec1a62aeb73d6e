import { describe, expect, it } from 'vitest';
import { bothCovered, coverageOf, isWhole } from '../../../lambda/series/coverage.ts';
import fc from '../../support/fast-check.ts';

const none = Number.NaN;
const column = fc
  .array(fc.boolean(), { minLength: 12, maxLength: 12 })
  .map((there) => Float64Array.from(there, (is) => (is ? 1 : none)));

/** By looking at every session of the window. */
const hasAll = (values: readonly Float64Array[], index: number, n: number): boolean =>
  Array.from({ length: n }, (_, back) => index - back).every((t) =>
    values.every((of) => t >= 0 && t < of.length && !Number.isNaN(of[t]!)),
  );
const windows = Array.from({ length: 14 }, (_, index) =>
  Array.from({ length: 13 }, (_, n) => [index, n + 1]),
);

describe('the coverage of a series', () => {
  it.each<[string, number[], number, number[]]>([
    ['without a hole', [1, 2, 3], 0, [-1, -1, -1]],
    ['that begins later', [none, none, 3], 2, [-1, -1, -1]],
    ['with holes after its first bar', [none, 1, none, 2, none, none, 3], 1, [-1, -1, 2, 2, 4, 5, 5]],
    ['whose last bar is missing', [1, 2, none], 0, [-1, -1, 2]],
    ['without a bar', [none, none], 2, [-1, -1]],
  ])('%s has its first bar and its newest holes', (_, values, first, holes) => {
    const coverage = coverageOf(Float64Array.from(values));
    expect(coverage.first).toBe(first);
    expect([...coverage.newestHole]).toEqual(holes);
  });

  it('answers for any window as a look at each of its sessions does', () => {
    fc.assert(
      fc.property(column, (values) => {
        const coverage = coverageOf(values);
        for (const [index, n] of windows.flat() as [number, number][])
          expect(isWhole(coverage, index, n), `${n} to ${index}`).toBe(hasAll([values], index, n));
      }),
    );
  });

  it('of two series answers for the sessions on which both have a bar', () => {
    fc.assert(
      fc.property(column, column, (one, other) => {
        const both = bothCovered(coverageOf(one), coverageOf(other));
        for (const [index, n] of windows.flat() as [number, number][])
          expect(isWhole(both, index, n), `${n} to ${index}`).toBe(hasAll([one, other], index, n));
      }),
    );
  });

  it('of two series has no hole before both have begun', () => {
    const older = coverageOf(Float64Array.of(1, none, 1, 1, none));
    const younger = coverageOf(Float64Array.of(none, none, 1, none, 1));
    const both = bothCovered(older, younger);
    expect(both.first).toBe(2);
    expect([...both.newestHole]).toEqual([-1, -1, -1, 3, 4]);
  });
});
