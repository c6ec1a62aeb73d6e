import type { Block, Report } from '../../report/schema.ts';
import { blockHeight } from './height.ts';
import { tableWidth } from './table-width.ts';

/** How much of the page's width a block takes where there is room for two columns. */
export type Span = 'half' | 'full';

/** A stretch of the page: one block over both columns, or blocks in two columns. Numbers are places in the section. */
export type Stretch =
  | { readonly span: 'full'; readonly block: number }
  | { readonly span: 'half'; readonly left: readonly number[]; readonly right: readonly number[] };

/** Width in pixels up to which a table fits into one column. */
const columnWidth = 470;

/** Rows above which a table is set in two columns of its own. */
export const longTable = 40;

/** Room between two blocks of a column, in pixels. */
const gap = 30;

/** Blocks that are dealt in every way to find the best; what comes after them goes under the shorter column. */
const tried = 9;

/**
 * Lays the blocks of a section out in their order: wide tables span both columns, the others are dealt to two
 * columns so that these end as level as can be. A block alone between two wide ones is wide itself.
 */
export function stretches(blocks: readonly Block[], report: Report): Stretch[] {
  const result: Stretch[] = [];
  let run: number[] = [];
  const close = () => {
    const [only] = run;
    if (run.length === 1 && only !== undefined) result.push({ span: 'full', block: only });
    if (run.length > 1) result.push({ span: 'half', ...deal(run, blocks) });
    run = [];
  };
  blocks.forEach((block, index) => {
    if (isNarrow(block, report)) {
      run.push(index);
      return;
    }
    close();
    result.push({ span: 'full', block: index });
  });
  close();
  return result;
}

function isNarrow(block: Block, report: Report): boolean {
  return (
    block.kind !== 'table' || (block.rows.length <= longTable && tableWidth(block, report) <= columnWidth)
  );
}

interface Columns {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/**
 * The first block goes left; of all ways to deal the next ones the columns' longer is shortest, and of equal ways
 * the one that a reader who goes left and right by turns finds most in order.
 */
function deal(run: readonly number[], blocks: readonly Block[]): Columns {
  const heights = run.map((index) => {
    const block = blocks[index];
    return block === undefined ? 0 : blockHeight(block) + gap;
  });
  const count = Math.min(run.length, tried);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  // Bit i says that block i is on the right.
  for (let way = 2; way < 1 << count; way += 2) {
    const longer = Math.max(heightOf(way, heights, count, 0), heightOf(way, heights, count, 1));
    if (longer >= least) continue;
    least = longer;
    best = way;
  }
  const columns = { left: [] as number[], right: [] as number[] };
  const ends = { left: 0, right: 0 };
  run.forEach((index, i) => {
    const shorter = ends.left <= ends.right ? 'left' : 'right';
    const side = i >= count ? shorter : (best >> i) & 1 ? 'right' : 'left';
    columns[side].push(index);
    ends[side] += heights[i] ?? 0;
  });
  return columns;
}

function heightOf(way: number, heights: readonly number[], count: number, side: 0 | 1): number {
  let height = 0;
  for (let i = 0; i < count; i++) if (((way >> i) & 1) === side) height += heights[i] ?? 0;
  return height;
}
