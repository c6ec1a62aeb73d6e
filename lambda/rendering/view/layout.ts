import type { Block, Report, Table } from '../../report/schema.ts';
import { tableWidth } from './table-width.ts';

/** How much of the page's width a block takes where there is room for two columns. */
export type Span = 'half' | 'full';

/** A stretch of the page: one block over both columns, or blocks in two columns. Numbers are places in the section. */
export type Stretch =
  | { readonly span: 'full'; readonly block: number }
  | { readonly span: 'half'; readonly left: readonly number[]; readonly right: readonly number[] };

/** Width in pixels up to which a table fits into one column. */
const columnWidth = 470;

/** Rows above which a table is set in two columns of its own, where it is no wider than one. */
const longTable = 40;

/** Whether a table is one of the two halves of the printed ledger, whose smaller letters fit into a column. */
export const isSetSmaller = ({ id, columns }: Table): boolean =>
  id === 'claims.ledger.more' || (id === 'claims.ledger' && columns.length === 3);

/** Tables that fit into one column once the labels of their rows take two lines. */
const mayWrap: ReadonlySet<string> = new Set(['history.cells']);

const isManyRows = ({ rows }: Table): boolean => rows.length > longTable;
const fitsColumn = (table: Table, report: Report): boolean => tableWidth(table, report) <= columnWidth;

/** Whether a table is set in two columns of its own. */
export const isLong = (table: Table, report: Report): boolean =>
  isManyRows(table) && fitsColumn(table, report);

/**
 * Lays the blocks of a section out in their order: wide tables span both columns, the others go left and right by turns,
 * so that a block has its place on every day; what is uneven is white. A block alone between two wide ones is wide itself.
 */
export function stretches(blocks: readonly Block[], report: Report): Stretch[] {
  const result: Stretch[] = [];
  let run: number[] = [];
  const close = () => {
    const [only] = run;
    if (run.length === 1 && only !== undefined) result.push({ span: 'full', block: only });
    if (run.length > 1)
      result.push({
        span: 'half',
        left: run.filter((_, at) => at % 2 === 0),
        right: run.filter((_, at) => at % 2 === 1),
      });
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
  if (block.kind !== 'table') return true;
  return !isManyRows(block) && (isSetSmaller(block) || mayWrap.has(block.id) || fitsColumn(block, report));
}
