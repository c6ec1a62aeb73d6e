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
  let run = { x: [] as number[], y: [] as number[] };
  for (let index = 0; index <= values.length; index++) {
    const value = values[index];
    if (value !== null && value !== undefined && Number.isFinite(value)) {
      run.x.push(x(index));
      run.y.push(y(value));
    } else if (run.x.length > 0) {
      path += runPath(run.x, run.y);
      run = { x: [], y: [] };
    }
  }
  return path;
}

/** Steps are relative, from the rounded point before: half the text of absolute ones. */
function runPath(x: readonly number[], y: readonly number[]): string {
  let path = '';
  let [atX, atY] = [0, 0];
  for (const index of simplify({ x, y }, tolerance)) {
    const nextX = Math.round((x[index] ?? 0) * 10) / 10;
    const nextY = Math.round((y[index] ?? 0) * 10) / 10;
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
