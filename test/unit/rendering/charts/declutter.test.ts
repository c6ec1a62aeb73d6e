import { describe, expect, test } from 'vitest';
import { declutter } from '../../../../lambda/rendering/charts/declutter.ts';
import fc from '../../../support/fast-check.ts';

const wishes = fc.array(
  fc.record({ y: fc.double({ min: 0, max: 300, noNaN: true }), size: fc.constant(15) }),
  {
    maxLength: 12,
  },
);

describe('labels along an edge', () => {
  test('stay where they wish when nothing is in the way', () => {
    const places = declutter(
      [50, 10, 90].map((y) => ({ y, size: 15 })),
      0,
      200,
    );
    expect(places).toEqual([50, 10, 90]);
  });

  test('two that wish the same place part evenly around it', () => {
    expect(
      declutter(
        [
          { y: 100, size: 10 },
          { y: 100, size: 10 },
        ],
        0,
        200,
      ),
    ).toEqual([95, 105]);
  });

  test('are pushed off the edges', () => {
    expect(
      declutter(
        [
          { y: 2, size: 10 },
          { y: 199, size: 10 },
        ],
        0,
        200,
      ),
    ).toEqual([5, 195]);
  });

  test('never overlap and keep the order of their wishes, however many there are', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const places = declutter(list, 0, 300);
        const order = list.map((_, index) => index).sort((a, b) => list[a]!.y - list[b]!.y || a - b);
        for (const [at, index] of order.entries()) {
          const next = order[at + 1];
          if (next !== undefined) expect(places[next]! - places[index]!).toBeGreaterThanOrEqual(15 - 1e-9);
        }
      }),
    );
  });

  test('stay inside when they fit', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        for (const place of declutter(list, 0, 300)) {
          expect(place).toBeGreaterThanOrEqual(7.5 - 1e-9);
          expect(place).toBeLessThanOrEqual(292.5 + 1e-9);
        }
      }),
    );
  });
});
