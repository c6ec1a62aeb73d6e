import { columnsNamed } from '../../parsing/columns.ts';
import { type LayoutReader, unnamedDate } from './layout.parse.ts';

/**
 * One header row that says what each column is: Yahoo, Stooq, Alpha Vantage, Tiingo, Cboe, Nasdaq.com (`Close/Last`),
 * Investing.com (`Price`, `Vol.`), tidyquant (`adjusted`), TradingView (`time`).
 */
export const namedLayout: LayoutReader = (table) => {
  const found = columnsNamed(table.header, table);
  const date = found.date ?? unnamedDate(table);
  if (date === undefined || (found.close === undefined && found.adjusted === undefined)) return null;
  return { columns: { ...found, date }, headRows: 0 };
};
