import type { Cells } from '../../parsing/cells.ts';
import type { Columns } from '../../parsing/columns.ts';

/** Where the prices of one symbol lie in a table. */
export interface Layout {
  readonly columns: Columns;
  /** Rows below the header that still belong to it. */
  readonly headRows: number;
}

/**
 * Knows one way to lay out prices by its header.
 *
 * @returns null when the table is laid out otherwise
 * @throws InputError when it is laid out so, and is not the symbol's
 */
export type LayoutReader = (table: Cells, symbol: string) => Layout | null;

/** A first column without a name holds the dates: pandas writes its index so. */
export const unnamedDate = ({ header }: Cells): number | undefined =>
  /^(unnamed: 0)?$/i.test(header[0]!) ? 0 : undefined;
