import { px } from './text.ts';

/**
 * A line through the points whose value is there; a gap in the data is a gap in the line, and a point alone between
 * two gaps is a dot of the line's own width. Steps are relative, from the rounded point before, which halves the text.
 */
export function linePath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let steps = 0;
  let [atX, atY] = [0, 0];
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value === null || value === undefined || !Number.isFinite(value)) {
      if (steps === 1) path += 'h0';
      steps = 0;
      continue;
    }
    const [nextX, nextY] = [Math.round(x(index) * 10) / 10, Math.round(y(value) * 10) / 10];
    path += steps === 0 ? `M${px(nextX)},${px(nextY)}` : `l${px(nextX - atX)},${px(nextY - atY)}`;
    atX = nextX;
    atY = nextY;
    steps++;
  }
  return steps === 1 ? `${path}h0` : path;
}

/** Index of the last value that is there, or −1. */
export function lastIndex(values: readonly (number | null)[]): number {
  return values.findLastIndex((value) => value !== null && Number.isFinite(value));
}
