import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { mapLimited } from '../../../lambda/archive/limited.ts';

describe('a limited map', () => {
  it('keeps the order of the items, with as many under way as are allowed and no more', async () => {
    let underWay = 0;
    const seen: number[] = [];
    const turns = [5, 1, 3, 1, 2, 4];
    const doubled = await mapLimited(turns, 2, async (wait) => {
      seen.push(++underWay);
      for (let turn = 0; turn < wait; turn++) await setImmediate();
      underWay -= 1;
      return 2 * wait;
    });
    expect(doubled).toEqual([10, 2, 6, 2, 4, 8]);
    expect(Math.max(...seen)).toBe(2);
  });

  it('of nothing is nothing, and of fewer items than are allowed is all of them at once', async () => {
    expect(await mapLimited([], 3, async () => 1)).toEqual([]);
    expect(await mapLimited(['a'], 3, async (item) => item)).toEqual(['a']);
  });

  it('begins no item after one has failed, and throws what that threw', async () => {
    const begun: number[] = [];
    const work = async (item: number) => {
      begun.push(item);
      await setImmediate();
      if (item === 2) throw new Error('the second');
    };
    await expect(mapLimited([1, 2, 3, 4, 5, 6], 2, work)).rejects.toThrow('the second');
    await setImmediate();
    await setImmediate();
    expect(begun).toEqual([1, 2, 3]);
  });
});
