const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/**
 * Numbers as a line of blocks, lowest to highest; a gap where there is none. Where they are more than there is room for, each block is
 * the mean of its share.
 */
export function sparkOf(values: readonly (number | null)[], width: number): string {
  const count = Math.min(values.length, width);
  const shares = Array.from({ length: count }, (_, at) => {
    const [from, to] = [at, at + 1].map((end) => Math.floor((end * values.length) / count));
    const some = values.slice(from, to).filter((value) => value !== null);
    return some.length === 0 ? null : some.reduce((sum, value) => sum + value, 0) / some.length;
  });
  const had = shares.filter((value) => value !== null);
  if (had.length < 2) return '';
  const [low, high] = [Math.min(...had), Math.max(...had)];
  return shares
    .map((value) => {
      if (value === null) return ' ';
      const step = high === low ? 0 : Math.round(((value - low) / (high - low)) * (blocks.length - 1));
      return blocks[step];
    })
    .join('')
    .trimEnd();
}
