import { InputError } from '../../errors.ts';
import type { Cells } from './cells.ts';

/**
 * What a column of a price file holds, under the names that providers give it (letters and digits only); of two names
 * in one header the earlier here counts.
 */
const names = {
  date: ['date', 'timestamp', 'datetime', 'time', 'index', 'day', 'tradedate', 'tradingday'],
  open: ['open', 'openprice', 'openingprice'],
  high: ['high', 'highprice'],
  low: ['low', 'lowprice'],
  close: [
    'close',
    'closelast',
    'last',
    'price',
    'closeprice',
    'closingprice',
    'lastprice',
    'closeclosepriceadjustedforsplits',
  ],
  adjusted: [
    'adjclose',
    'adjustedclose',
    'closeadj',
    'adjusted',
    'closeadjusted',
    'adjprice',
    'adjcloseadjustedclosepriceadjustedforsplitsanddividendandorcapitalgaindistributions',
  ],
  volume: ['volume', 'vol', 'sharevolume', 'totalvolume'],
  /** Split ratio on its day, 1 or 0 on all others: Alpha Vantage, Tiingo, yfinance. */
  split: ['splitcoefficient', 'splitfactor', 'stocksplits', 'splits'],
  dividend: ['dividends', 'dividendamount', 'divcash', 'dividend'],
  /** A fund's distribution of gains, beside its dividends: yfinance. */
  gain: ['capitalgains'],
} as const;

export type Field = keyof typeof names;
export type Columns = Readonly<Partial<Record<Field, number>>> & { readonly date: number };
export type FoundColumns = Readonly<Partial<Record<Field, number>>>;

export const fields = Object.keys(names) as readonly Field[];

/** Letters and digits of a name, the number that the alpha_vantage library puts before it left out: `1. open`. */
export const bareName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\d+\.\s*/, '')
    .replace(/[^a-z0-9]/g, '');

/**
 * The columns of a header by their names, in any order; columns of other names are passed over.
 *
 * @param header name by column; those of other tables' parts are empty
 * @throws InputError when one name comes twice
 */
export function columnsNamed(header: readonly string[], table: Cells): FoundColumns {
  const bare = header.map(bareName);
  const found: Partial<Record<Field, number>> = {};
  for (const field of fields) {
    const name = names[field].find((one) => bare.includes(one));
    if (name === undefined) continue;
    const [first, second] = bare.flatMap((one, column) => (one === name ? [column] : []));
    if (second !== undefined)
      throw new InputError(`the header names ${table.header[first!]} and ${table.header[second]}`, {
        file: table.file,
        row: 1,
        field: table.header[second]!,
      });
    found[field] = first!;
  }
  return found;
}

/** Whether a name is that of a column of prices, volumes, splits or dividends. */
export const isFieldName = (name: string): boolean =>
  fields.some((field) => (names[field] as readonly string[]).includes(bareName(name)));
