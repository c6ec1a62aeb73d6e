import { InputError } from '../../../errors.ts';
import { quoted } from '../../../outside-text.ts';
import type { Cells } from '../../parsing/cells.ts';
import { columnsNamed } from '../../parsing/columns.ts';
import { type Layout, type LayoutReader, unnamedDate } from './layout.parse.ts';
import { namedLayout } from './named.parse.ts';
import { prefixedLayout } from './prefixed.parse.ts';
import { stackedLayout } from './stacked.parse.ts';

/** In the order in which they are tried: a stacked header names fields in its first row too. */
const readers: readonly LayoutReader[] = [stackedLayout, namedLayout, prefixedLayout];

/** How a table of prices is laid out. @throws InputError that says what its header names when none fits */
export function layoutOf(table: Cells, symbol: string): Layout {
  for (const read of readers) {
    const layout = read(table, symbol);
    if (layout !== null) return layout;
  }
  const hasDate = columnsNamed(table.header, table).date !== undefined || unnamedDate(table) !== undefined;
  throw new InputError(
    `the header ${quoted(table.header.join(table.separator))} names no ${hasDate ? 'close' : 'date'}`,
    { file: table.file, row: 1 },
    {
      hint: 'Expected a row of names such as Date,Open,High,Low,Close,Adj Close,Volume; docs/data.md lists what is read.',
    },
  );
}
