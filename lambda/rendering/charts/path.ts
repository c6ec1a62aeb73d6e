import { px } from './text.ts';

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
  let open = false;
  let alone = false;
  values.forEach((value, index) => {
    if (value === null || !Number.isFinite(value)) {
      if (alone) path += 'h0';
      open = false;
      alone = false;
      return;
    }
    alone = !open;
    path += `${open ? 'L' : 'M'}${px(x(index))},${px(y(value))}`;
    open = true;
  });
  return alone ? `${path}h0` : path;
}

/** Index of the last value that is there, or −1. */
export function lastIndex(values: readonly (number | null)[]): number {
  return values.findLastIndex((value) => value !== null && Number.isFinite(value));
}
