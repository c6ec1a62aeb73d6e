import type { Cells } from '../../parsing/cells.ts';

/** The values of one macro series in a table. */
export interface ObservedValues {
  /** Days since 1970-01-01, by observation, ascending or descending. */
  readonly days: Int32Array;
  /** Row and column of each. */
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/**
 * Knows one way to lay out a macro series by its header.
 *
 * @returns null when the table is laid out otherwise
 * @throws InputError when it is laid out so, and holds another series or a date that is none
 */
export type TableReader = (table: Cells, series: string) => ObservedValues | null;

export const upper = ({ header }: Cells): string[] => header.map((name) => name.toUpperCase());
