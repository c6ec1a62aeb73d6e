import { bareName, columnsNamed, type FoundColumns } from '../../parsing/columns.ts';
import { plainSymbol } from '../../parsing/symbols.ts';
import { type LayoutReader, unnamedDate } from './layout.parse.ts';

/**
 * The symbol in the names of the columns: quantmod (`IWM.Open`, `IWM.Adjusted`), pandas (`Close_IWM`), and tables of
 * one price a symbol (`Date,IWM,SPY`), whose price is taken for a close until its digits show otherwise.
 */
export const prefixedLayout: LayoutReader = (table, symbol) => {
  const own = bareName(plainSymbol(symbol));
  const names = table.header.map((name) => {
    const bare = bareName(plainSymbol(name).toLowerCase());
    if (bare === own) return 'close';
    if (bare.startsWith(own)) return bare.slice(own.length);
    return bare.endsWith(own) ? bare.slice(0, -own.length) : '';
  });
  const found: FoundColumns = columnsNamed(names, table);
  const date = columnsNamed(table.header, table).date ?? unnamedDate(table);
  if (date === undefined || (found.close === undefined && found.adjusted === undefined)) return null;
  return { columns: { ...found, date }, headRows: 0 };
};
