import { describe, expect, it } from 'vitest';
import { openGaps } from '../../../lambda/analytics/open-gaps.ts';

const column = (...values: number[]) => Float64Array.from(values);

describe('gaps that are open', () => {
  it('count until a later session reaches the price before them', () => {
    // Up from 10 to 12 and from 13 to 15; the last session comes back to 12.5 and closes the second.
    const high = column(10, 13, 16, 15);
    const low = column(9, 12, 15, 12.5);
    expect(openGaps(high, low)).toEqual({ below: { price: 10, at: 1 }, above: null, count: 1 });
    expect(openGaps(high.subarray(0, 3), low.subarray(0, 3))).toMatchObject({
      below: { price: 13, at: 2 },
      count: 2,
    });
  });

  it('downwards are the mirror image, the lowest first; touching the price closes one', () => {
    const high = column(20, 15, 11, 12);
    const low = column(18, 14, 10, 11);
    expect(openGaps(high, low)).toEqual({ below: null, above: { price: 14, at: 2 }, count: 2 });
    expect(openGaps(column(...high, 14), column(...low, 12))).toMatchObject({
      above: { price: 18, at: 1 },
      count: 1,
    });
  });
});
