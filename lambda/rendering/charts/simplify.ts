/** Points of a line, `x` ascending. */
export interface Points {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/**
 * Which points of a line must be drawn so that no point left out lies more than `tolerance` above or below the line
 * drawn. Indices, ascending, the first and the last among them. (Douglas and Peucker, Cartographica 10 (1973)
 * 112–122, with the vertical distance, since lines here run along time.)
 */
export function simplify({ x, y }: Points, tolerance: number): number[] {
  const last = x.length - 1;
  if (last < 1) return last === 0 ? [0] : [];
  const keep = new Uint8Array(last + 1);
  keep[0] = 1;
  keep[last] = 1;
  const open: [number, number][] = [[0, last]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    const fromX = x[from]!;
    const fromY = y[from]!;
    const slope = (y[to]! - fromY) / (x[to]! - fromX || 1);
    let farthest = -1;
    let distance = tolerance;
    for (let index = from + 1; index < to; index++) {
      const off = Math.abs(y[index]! - fromY - slope * (x[index]! - fromX));
      if (off <= distance) continue;
      distance = off;
      farthest = index;
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    open.push([from, farthest], [farthest, to]);
  }
  const kept: number[] = [];
  for (let index = 0; index <= last; index++) if (keep[index] === 1) kept.push(index);
  return kept;
}
