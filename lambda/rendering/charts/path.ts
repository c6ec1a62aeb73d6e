import { simplify } from './simplify.ts';
import { px } from './text.ts';

/** Half a hair: what a line may leave out without anybody seeing it, in pixels. */
const tolerance = 0.35;

/**
 * A line through the points whose value is there; a gap in the data is a gap in the line, and a point alone between
 * two gaps is a dot of the line's own width.
 */
export function linePath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  const drawn = { x: new Float64Array(values.length), y: new Float64Array(values.length) };
  let start = 0;
  for (let index = 0; index <= values.length; index++) {
    const value = values[index];
    if (value !== null && value !== undefined && Number.isFinite(value)) {
      drawn.x[index] = x(index);
      drawn.y[index] = y(value);
      continue;
    }
    if (start < index) path += runPath(drawn.x.subarray(start, index), drawn.y.subarray(start, index));
    start = index + 1;
  }
  return path;
}

/** Steps are relative, from the rounded point before: half the text of absolute ones. */
function runPath(x: Float64Array, y: Float64Array): string {
  let path = '';
  let atX = 0;
  let atY = 0;
  for (const index of simplify({ x, y }, tolerance)) {
    const nextX = Math.round(x[index]! * 10) / 10;
    const nextY = Math.round(y[index]! * 10) / 10;
    path += path === '' ? `M${px(nextX)},${px(nextY)}` : `l${px(nextX - atX)},${px(nextY - atY)}`;
    atX = nextX;
    atY = nextY;
  }
  return x.length === 1 ? `${path}h0` : path;
}

/** Index of the last value that is there, or −1. */
export function lastIndex(values: readonly (number | null)[]): number {
  return values.findLastIndex((value) => value !== null && Number.isFinite(value));
}
