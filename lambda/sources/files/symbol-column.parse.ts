import { InputError } from '../../errors.ts';
import type { Cells } from '../parsing/cells.ts';
import { bareName } from '../parsing/columns.ts';
import { plainSymbol, sameSymbol } from '../parsing/symbols.ts';
import type { Layout } from './layouts/layout.parse.ts';

/** What a column that names the symbol of each row is called: Stooq, tidyquant, Alpaca, FMP, Kaggle. */
const names: readonly string[] = ['ticker', 'symbol', 'tic', 'code', 'actsymbol', 'instrument', 'name'];

/** A name that may be a ticker: a column `name` may also hold what a fund is called. */
const ticker = /^\^?[A-Z][A-Z0-9.-]{0,9}$/;

/**
 * A column that names the symbol must name the file's own throughout.
 *
 * @throws InputError that names both symbols
 */
export function checkSymbolColumn(cells: Cells, { columns, headRows }: Layout, symbol: string): void {
  cells.header.forEach((name, column) => {
    if (column === columns.date || !names.includes(bareName(name))) return;
    let before = '';
    for (let row = headRows; row < cells.rows; row++) {
      const said = cells.text(row, column);
      if (said === before || said === '') continue;
      before = said;
      if (bareName(name) === 'name' && !ticker.test(said)) return;
      if (!sameSymbol(said, symbol))
        throw new InputError(`holds ${plainSymbol(said)}, and the file is ${symbol}'s`, {
          file: cells.file,
          row: cells.line(row),
          field: name,
        });
    }
  });
}
