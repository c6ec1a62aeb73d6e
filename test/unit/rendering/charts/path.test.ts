import { describe, expect, test } from 'vitest';
import { linePath } from '../../../../lambda/rendering/charts/path.ts';
import { simplify } from '../../../../lambda/rendering/charts/simplify.ts';
import fc from '../../../support/fast-check.ts';

const x = (index: number) => index * 10;
const y = (value: number) => value;

/** The points that a path with relative steps goes through, a list for each unbroken stretch. */
function points(path: string): [number, number][][] {
  const stretches: [number, number][][] = [];
  for (const [, command, numbers = ''] of path.matchAll(/([Ml])([^A-Za-z]+)/g)) {
    const all = (numbers.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    expect(all.length % 2).toBe(0);
    for (let at = 0; at < all.length; at += 2) {
      const [a, b] = [all[at]!, all[at + 1]!];
      const last = stretches.at(-1)?.at(-1) ?? [0, 0];
      if (command === 'M') stretches.push([[a, b]]);
      else stretches.at(-1)?.push([last[0] + a, last[1] + b]);
    }
  }
  return stretches;
}

describe('a line', () => {
  test('breaks where a value is missing, and shows a value alone between two gaps', () => {
    expect(linePath([1, 5, null, 3, null, 2, 9], x, y)).toBe('M0 1l10 4M30 3h0M50 2l10 7');
  });

  test('of nothing is nothing', () => {
    expect(linePath([null, null], x, y)).toBe('');
    expect(linePath([], x, y)).toBe('');
  });

  test('of values that are not numbers never draws them', () => {
    expect(linePath([Number.NaN, 1, Number.POSITIVE_INFINITY, 2, 7], x, y)).toBe('M10 1h0M30 2l10 5');
  });

  test('passes every point it leaves out within half a pixel', () => {
    const value = fc.option(fc.double({ min: 0, max: 300, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 80 }), (values) => {
        const stretches = points(linePath(values, x, y));
        values.forEach((one, index) => {
          const at = x(index);
          const stretch = stretches.find((run) => run[0]![0] <= at && at <= run.at(-1)![0]);
          if (one === null) {
            expect(stretch).toBeUndefined();
            return;
          }
          const after = stretch!.findIndex(([px]) => px >= at);
          const [bx, by] = stretch![after]!;
          const [ax, ay] = stretch![Math.max(0, after - 1)]!;
          const drawn = bx === ax ? by : ay + ((by - ay) * (at - ax)) / (bx - ax);
          expect(Math.abs(drawn - one)).toBeLessThan(0.5);
        });
      }),
    );
  });
});

describe('leaving points out', () => {
  test('keeps only the ends of a straight line', () => {
    expect(simplify({ x: [0, 1, 2, 3], y: [0, 2, 4, 6] }, 0.1)).toEqual([0, 3]);
  });

  test('keeps a peak', () => {
    expect(simplify({ x: [0, 1, 2, 3, 4], y: [0, 0, 9, 0, 0] }, 0.1)).toEqual([0, 1, 2, 3, 4]);
  });
});
