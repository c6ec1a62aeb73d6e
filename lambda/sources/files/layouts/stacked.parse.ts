import { InputError } from '../../../errors.ts';
import type { Cells } from '../../parsing/cells.ts';
import { columnsNamed, isFieldName } from '../../parsing/columns.ts';
import { sameSymbol } from '../../parsing/symbols.ts';
import type { LayoutReader } from './layout.parse.ts';

/** yfinance heads its columns by a row of prices, a row of tickers and one that names the index. */
const mostHeadRows = 3;

/** A row below the header that holds words only: its first cell no date, the others no numbers. */
function isHeadRow(table: Cells, row: number): boolean {
  if (row >= table.rows || /\d{2}/.test(table.text(row, 0))) return false;
  return table.header.every((_, column) => column === 0 || Number.isNaN(table.number(row, column)));
}

/**
 * Several header rows, one of field names and one of tickers, as pandas writes columns of two levels: what
 * `yfinance.download(…).to_csv()` makes since 2025, of one ticker or of many.
 */
export const stackedLayout: LayoutReader = (table, symbol) => {
  let headRows = 0;
  while (headRows < mostHeadRows && isHeadRow(table, headRows)) headRows += 1;
  if (headRows === 0) return null;
  const levels = [table.header, ...Array.from({ length: headRows }, (_, row) => rowOf(table, row))];
  const fieldLevel = levels.find((level) => level.slice(1).some(isFieldName));
  const tickerLevel = levels.find(
    (level) => level !== fieldLevel && level.slice(1).every((name) => name !== ''),
  );
  if (fieldLevel === undefined || tickerLevel === undefined) return null;
  const own = fieldLevel.map((name, column) =>
    column > 0 && sameSymbol(tickerLevel[column]!, symbol) ? name : '',
  );
  const found = columnsNamed(own, table);
  if (found.close === undefined && found.adjusted === undefined)
    throw new InputError(`holds ${[...new Set(tickerLevel.slice(1))].join(', ')}, not ${symbol}`, {
      file: table.file,
      row: table.line(levels.indexOf(tickerLevel) - 1),
    });
  return { columns: { ...found, date: 0 }, headRows };
};

const rowOf = (table: Cells, row: number): string[] =>
  table.header.map((_, column) => table.text(row, column));
