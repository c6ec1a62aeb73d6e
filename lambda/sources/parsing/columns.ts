import { InputError } from '../../errors.ts';
import type { Cells } from './cells.ts';

/** What a column of a price file holds, under the names that providers give it (letters and digits only). */
const names = {
  date: ['date', 'timestamp', 'datetime'],
  open: ['open'],
  high: ['high'],
  low: ['low'],
  close: ['close'],
  adjusted: ['adjclose', 'adjustedclose', 'closeadj'],
  volume: ['volume', 'vol'],
  /** Split ratio on its day, 1 or 0 on all others: Alpha Vantage, Tiingo, yfinance. */
  split: ['splitcoefficient', 'splitfactor', 'stocksplits'],
  dividend: ['dividends', 'dividendamount', 'divcash'],
} as const;

export type Field = keyof typeof names;
export type Columns = Readonly<Partial<Record<Field, number>>> & { readonly date: number };

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * Finds the columns of a price file by name, in any order: Yahoo, Stooq, Alpha Vantage, Tiingo and Cboe write the
 * same few things differently. Columns that are none of them are passed over.
 *
 * @throws InputError when there is no date, no close of any kind, or one thing twice
 */
export function findColumns(table: Cells): Columns {
  const found: Partial<Record<Field, number>> = {};
  for (const field of Object.keys(names) as Field[]) {
    const at = table.header.flatMap((name, column) =>
      (names[field] as readonly string[]).includes(bare(name)) ? [column] : [],
    );
    if (at.length > 1)
      throw new InputError(`the header names ${at.map((column) => table.header[column]).join(' and ')}`, {
        file: table.file,
        row: 1,
        field: table.header[at[1]!]!,
      });
    if (at[0] !== undefined) found[field] = at[0];
  }
  const { date } = found;
  if (date === undefined || (found.close === undefined && found.adjusted === undefined))
    throw new InputError(
      `the header "${table.header.join(',').slice(0, 120)}" names no ${date === undefined ? 'date' : 'close'}`,
      { file: table.file, row: 1 },
      {
        hint: 'Expected the columns of Yahoo, Stooq or Alpha Vantage, such as Date,Open,High,Low,Close,Volume.',
      },
    );
  return { ...found, date };
}
