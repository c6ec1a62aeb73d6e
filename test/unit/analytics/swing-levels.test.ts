import { describe, expect, it } from 'vitest';
import { swingLevels } from '../../../lambda/analytics/swing-levels.ts';

const column = (...values: number[]) => Float64Array.from(values);

describe('swing levels', () => {
  //                  0   1   2   3   4   5   6   7   8   9  10
  const high = column(10, 11, 14, 12, 11, 12, 13, 12, 11, 12, 20);
  const low = column(9, 10, 12, 10, 8, 9, 11, 9, 8.5, 7, 6);

  it('are turns above or below two neighbours on each side; the last two sessions are none', () => {
    expect(swingLevels(high, low, 0)).toEqual([
      { price: 8, touches: 1, last: 4 },
      { price: 13, touches: 1, last: 6 },
      { price: 14, touches: 1, last: 2 },
    ]);
  });

  it('within reach of the first of a group are one, at their mean, with the newest date', () => {
    expect(swingLevels(high, low, 1)).toEqual([
      { price: 8, touches: 1, last: 4 },
      { price: 13.5, touches: 2, last: 6 },
    ]);
    expect(swingLevels(high, low, 6)).toEqual([{ price: 35 / 3, touches: 3, last: 6 }]);
  });

  it('are none where the second neighbour lies beyond', () => {
    expect(swingLevels(column(5, 3, 4, 3, 2), column(1, 1, 1, 1, 1), 0)).toEqual([]);
    expect(swingLevels(column(2, 3, 4, 3, 5), column(1, 1, 1, 1, 1), 0)).toEqual([]);
    expect(swingLevels(column(3, 3, 4, 3, 3), column(1, 1, 1, 1, 1), 0)).toHaveLength(1);
  });

  it('are none where two sessions share the extreme', () => {
    expect(swingLevels(column(1, 2, 3, 3, 2, 1), column(1, 2, 3, 3, 2, 1), 0)).toEqual([]);
  });
});
