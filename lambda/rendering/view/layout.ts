import type { Block, Report } from '../../briefing/report.ts';
import { tableWidth } from './table.ts';

/** How much of a row a block takes where the page has two columns. */
export type Span = 'half' | 'full';

/** Width in pixels up to which a table fits beside another block. */
const halfWidth = 372;

/**
 * Lays blocks out in rows of one or two, in their order and without holes: wide tables take a row, the rest stand in
 * pairs, and of an odd run the best suited one (words, else a table, else the last chart) takes a row alone.
 */
export function spans(blocks: readonly Block[], report: Report): Span[] {
  const result: Span[] = blocks.map((block) =>
    block.kind === 'table' && tableWidth(block, report) > halfWidth ? 'full' : 'half',
  );
  let start = 0;
  for (let at = 0; at <= blocks.length; at++) {
    if (at < blocks.length && result[at] === 'half') continue;
    if ((at - start) % 2 === 1) result[loneIn(blocks, start, at)] = 'full';
    start = at + 1;
  }
  return result;
}

/** Of an odd run, the block to stand alone; one that leaves an even number on both sides, so that no pair breaks. */
function loneIn(blocks: readonly Block[], start: number, end: number): number {
  const candidates = Array.from({ length: (end - start + 1) / 2 }, (_, index) => start + 2 * index);
  for (const kind of ['prose', 'absence', 'table']) {
    const found = candidates.find((index) => blocks[index]?.kind === kind);
    if (found !== undefined) return found;
  }
  return end - 1;
}
