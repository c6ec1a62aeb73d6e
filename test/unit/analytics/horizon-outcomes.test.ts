import { quantileSorted } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { horizonHistory } from '../../../lambda/analytics/horizon-outcomes.ts';
import { quantile } from '../../../lambda/analytics/quantile.ts';
import { median } from '../../../lambda/analytics/selection.ts';
import { SortedPast } from '../../../lambda/analytics/sorted-past.ts';
import fc from '../../support/fast-check.ts';

describe('outcomes by holding period', () => {
  // Index +10 %, -10 %, +10 %, -10 %; a perfect daily triple makes +30 %, -30 %, +30 %, -30 %.
  const index = Float64Array.of(100, 110, 99, 108.9, 98.01);
  const triple = Float64Array.of(100, 130, 91, 118.3, 82.81);

  it('over one session a perfect triple never falls short', () => {
    const { made, gap } = horizonHistory(triple, index, 3, 1).outcomes(4);
    expect(made!.median).toBeCloseTo(0, 12);
    expect(gap!.p05).toBeCloseTo(0, 12);
    expect(gap!.p95).toBeCloseTo(0, 12);
  });

  it('over two sessions that go up and down it always does, by 6 points', () => {
    const { made, gap, short } = horizonHistory(triple, index, 3, 2).outcomes(4);
    // 1.3 x 0.7 - 1 = -9 %; three times (1.1 x 0.9 - 1) = -3 %.
    expect(made!.median).toBeCloseTo(-0.09, 12);
    expect(gap!.median).toBeCloseTo(-0.06, 12);
    expect(short).toBe(1);
  });

  it('a window that makes exactly the multiple does not fall short', () => {
    // +25 % against twice +12.5 %, then 0 % against twice +12.5 %: both exact in binary.
    const { gap, short } = horizonHistory(
      Float64Array.of(4, 5, 5),
      Float64Array.of(64, 72, 81),
      2,
      1,
    ).outcomes(2);
    expect([gap!.p95, short]).toEqual([expect.closeTo(-0.0125, 12), 0.5]);
  });

  it('counts windows that overlap and windows side by side', () => {
    expect(horizonHistory(triple, index, 3, 2).counts(4)).toEqual({ overlapping: 3, apart: 2 });
    const none = horizonHistory(triple.subarray(0, 2), index.subarray(0, 2), 3, 5);
    expect(none.counts(1)).toEqual({ overlapping: 0, apart: 0 });
    expect(none.outcomes(1).made).toBeNull();
  });

  it('needs prices at both ends of a window, and no others', () => {
    const holed = index.with(2, Number.NaN);
    // Of 0-2, 1-3 and 2-4 only 1-3 has both ends.
    expect(horizonHistory(triple, holed, 3, 2).counts(4)).toEqual({ overlapping: 1, apart: 1 });
    expect(horizonHistory(triple, holed, 3, 4).counts(4)).toEqual({ overlapping: 1, apart: 1 });
  });
});

describe('a sorted past', () => {
  const value = fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, Number.NaN));

  it('equals that of a sort of the values up to the session, in any order of calls', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 150, maxLength: 150 }),
        fc.array(fc.integer({ min: 0, max: 149 }), { minLength: 1, maxLength: 12 }),
        (values, asked) => {
          const past = new SortedPast(Float64Array.from(values));
          for (const index of asked)
            expect([...past.upTo(index)]).toEqual([
              ...Float64Array.from(
                values
                  .slice(0, index + 1)
                  .filter((x) => !Number.isNaN(x))
                  .map((x) => x + 0),
              ).sort(),
            ]);
        },
      ),
    );
  });
});

describe('quantiles of a past', () => {
  it('are those of its sorted values, of a session alone and of its neighbours', () => {
    const values = fc.array(fc.double({ min: -1, max: 5, noNaN: true }), { minLength: 80, maxLength: 80 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, fc.integer({ min: 1, max: 78 }), (list, p, index) => {
        const past = new SortedPast(Float64Array.from(list));
        for (const one of [index, index + 1, index - 1]) {
          const sorted = Float64Array.from(list.slice(0, one + 1)).sort();
          expect(past.quantiles(one, [p])[0]).toBeCloseTo(quantile(sorted, p), 12);
        }
      }),
    );
    expect(new SortedPast(Float64Array.of(Number.NaN)).quantiles(0, [0.5])).toEqual([Number.NaN]);
  });
});

describe('a median by selection', () => {
  it('is that of another library', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 5, noNaN: true }), { minLength: 1, maxLength: 120 }),
        (list) => {
          const sorted = [...list].sort((a, b) => a - b);
          expect(median(Float64Array.from(list))).toBeCloseTo(quantileSorted(sorted, 0.5), 12);
        },
      ),
    );
    expect(median(new Float64Array())).toBeNaN();
  });
});
