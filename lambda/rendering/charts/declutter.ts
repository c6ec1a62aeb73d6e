/** A label whose preferred position is `y` and needs `size` for itself along the axis. */
export interface PreferredPlace {
  readonly y: number;
  readonly size: number;
}

/**
 * Places labels along an axis, each as close to its preferred position as possible (least squares) and none over another: overlapping
 * neighbours merge into a block at the mean of their preferred positions (pool adjacent violators).
 *
 * Returns the centres in the order given. When the labels do not fit between `low` and `high`, they run on below
 * `high`, still without overlap.
 */
export function declutter(wanted: readonly PreferredPlace[], low: number, high: number): number[] {
  const order = wanted
    .map((_, index) => index)
    .sort((a, b) => (wanted[a]?.y ?? 0) - (wanted[b]?.y ?? 0) || a - b);
  const blocks: { members: number[]; size: number; sum: number; top: number }[] = [];
  for (const index of order) {
    const { y, size } = wanted[index] ?? { y: 0, size: 0 };
    let block = { members: [index], size, sum: y - size / 2, top: clamp(y - size / 2, size, low, high) };
    for (
      let last = blocks.at(-1);
      last !== undefined && last.top + last.size > block.top;
      last = blocks.at(-1)
    ) {
      blocks.pop();
      const sum = last.sum + block.sum - block.members.length * last.size;
      const members = [...last.members, ...block.members];
      const total = last.size + block.size;
      block = { members, size: total, sum, top: clamp(sum / members.length, total, low, high) };
    }
    blocks.push(block);
  }
  const centres = new Array<number>(wanted.length).fill(0);
  for (const block of blocks) {
    let top = block.top;
    for (const index of block.members) {
      const size = wanted[index]?.size ?? 0;
      centres[index] = top + size / 2;
      top += size;
    }
  }
  return centres;
}

function clamp(top: number, size: number, low: number, high: number): number {
  return Math.max(low, Math.min(top, high - size));
}
