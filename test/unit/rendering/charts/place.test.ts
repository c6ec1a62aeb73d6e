import { describe, expect, test } from 'vitest';
import { type Box, crosses, inside, overlap } from '../../../../lambda/rendering/charts/boxes.ts';
import { placeLabels } from '../../../../lambda/rendering/charts/place.ts';
import fc from '../../../support/fast-check.ts';

const bounds: Box = { x: 0, y: 0, width: 500, height: 300 };
const point = fc.record({
  x: fc.double({ min: 20, max: 480, noNaN: true }),
  y: fc.double({ min: 20, max: 280, noNaN: true }),
});

describe('labels beside points', () => {
  test('stand to the right of a lonely point, level with it', () => {
    const [placed] = placeLabels(
      [{ x: 100, y: 100, width: 30, height: 14 }],
      { boxes: [], segments: [] },
      bounds,
    );
    expect(placed).toEqual({ box: { x: 107, y: 93, width: 30, height: 14 }, leader: null });
  });

  test('touch no line, no box and no other label, and stay inside', () => {
    fc.assert(
      fc.property(fc.array(fc.array(point, { minLength: 2, maxLength: 10 }), { maxLength: 12 }), (tails) => {
        const segments = tails.flatMap((tail) =>
          tail.slice(1).map((to, index) => ({ x1: tail[index]!.x, y1: tail[index]!.y, x2: to.x, y2: to.y })),
        );
        const anchors = tails.map((tail) => ({ ...tail.at(-1)!, width: 32, height: 14 }));
        const boxes = anchors.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }));
        const found = placeLabels(anchors, { boxes, segments }, bounds).filter((one) => one !== null);
        const placed = found.map(({ box }) => box);
        const leaders = found.flatMap(({ leader }) => (leader === null ? [] : [leader]));
        for (const [index, box] of placed.entries()) {
          expect(inside(box, bounds)).toBe(true);
          expect(boxes.some((other) => overlap(box, other))).toBe(false);
          expect(placed.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
          const others = leaders.filter((leader) => leader !== found[index]!.leader);
          for (const { x1, y1, x2, y2 } of [...segments, ...others]) {
            // Independent of the test by sides: no point along the segment lies in the label.
            for (let t = 0; t <= 1; t += 0.02) {
              const [x, y] = [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t];
              expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(false);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('no room at all gives no place', () => {
    const full = { boxes: [bounds], segments: [] };
    expect(placeLabels([{ x: 100, y: 100, width: 30, height: 14 }], full, bounds)).toEqual([null]);
  });
});

describe('a segment and a box', () => {
  const box: Box = { x: 10, y: 10, width: 10, height: 10 };
  test.each([
    [0, 0, 30, 30, true],
    [0, 15, 30, 15, true],
    [0, 0, 8, 8, false],
    [0, 25, 30, 22, false],
    [0, 21, 22, 0, true],
    [0, 18, 18, 0, false],
  ])('from (%i, %i) to (%i, %i): %s', (x1, y1, x2, y2, expected) => {
    expect(crosses({ x1, y1, x2, y2 }, box, 0)).toBe(expected);
  });
});
