import type { Block, Report } from '../../briefing/report.ts';
import { blockHeight } from './height.ts';
import { tableWidth } from './table-width.ts';

/** How much of the page's width a block takes where there is room for two columns. */
export type Span = 'half' | 'full';

/** A stretch of the page: one block over both columns, or blocks in two columns. Numbers are places in the section. */
export type Stretch =
  | { readonly span: 'full'; readonly block: number }
  | { readonly span: 'half'; readonly left: readonly number[]; readonly right: readonly number[] };

/** Width in pixels up to which a table fits into one column. */
const columnWidth = 440;

/**
 * Lays the blocks of a section out in their order: wide tables stand over both columns, the others are dealt to
 * whichever column is shorter so far, so that no block leaves a hole beside it. A block alone between two wide ones
 * is wide itself.
 */
export function stretches(blocks: readonly Block[], report: Report): Stretch[] {
  const result: Stretch[] = [];
  let run: number[] = [];
  const close = () => {
    const [only] = run;
    if (run.length === 1 && only !== undefined) result.push({ span: 'full', block: only });
    if (run.length > 1) result.push(deal(run, blocks));
    run = [];
  };
  blocks.forEach((block, index) => {
    if (block.kind !== 'table' || tableWidth(block, report) <= columnWidth) {
      run.push(index);
      return;
    }
    close();
    result.push({ span: 'full', block: index });
  });
  close();
  return result;
}

function deal(run: readonly number[], blocks: readonly Block[]): Stretch {
  const columns = { left: [] as number[], right: [] as number[] };
  const heights = { left: 0, right: 0 };
  for (const index of run) {
    const block = blocks[index];
    if (block === undefined) continue;
    const side = heights.left <= heights.right ? 'left' : 'right';
    columns[side].push(index);
    heights[side] += blockHeight(block) + 30;
  }
  return { span: 'half', ...columns };
}
