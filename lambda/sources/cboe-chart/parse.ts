import { InputError } from '../../errors.ts';
import { named, quoted } from '../../outside-text.ts';
import { barsOf, type Row } from '../parsing/bars.ts';
import { leadingDate } from '../parsing/dates.ts';
import { decimal } from '../parsing/number.ts';
import type { About, ParsedBars } from '../parsing/parsed.ts';
import { shaped } from '../parsing/shape.ts';
import { jsonOf } from '../parsing/text.ts';
import { history } from './schema.ts';

const indices: Readonly<Record<string, string>> = { '^GSPC': '_SPX' };

/** A symbol as Cboe writes it: indices with an underscore, and the S&P 500 by its option root. */
export function cboeSymbol(symbol: string): string {
  return indices[symbol] ?? symbol.replace(/^\^/, '_');
}

/**
 * Cboe chart history: no dividends and an undocumented basis, so price returns only. An open of 0 means that Cboe
 * has none; then the series goes without opens.
 *
 * @throws InputError
 */
export function parseCboeChart(bytes: Uint8Array, about: About): ParsedBars {
  const answer = shaped(history, jsonOf(bytes));
  const asked = cboeSymbol(about.series);
  const bare = (symbol: string) => symbol.replace(/^[_^]/, '').toUpperCase();
  if (bare(answer.symbol) !== bare(asked))
    throw new InputError(`asked for ${asked}, answered with ${named(answer.symbol)}`, { field: 'symbol' });
  const withOpens = answer.data.every((row) => decimal(String(row.open)) !== 0);
  const rows = answer.data.map((row): Row => {
    const number = (field: 'open' | 'high' | 'low' | 'close' | 'volume') => {
      const value = decimal(String(row[field] ?? ''));
      if (Number.isNaN(value))
        throw new InputError(`${named(row.date)}: ${quoted(row[field])} is no number`, { field });
      return value;
    };
    return {
      date: leadingDate(row.date),
      open: withOpens ? number('open') : null,
      high: number('high'),
      low: number('low'),
      close: number('close'),
      adjusted: null,
      volume: row.volume == null || row.volume === '' ? null : number('volume'),
    };
  });
  return barsOf(rows, about, { stamp: null, basis: 'price only' });
}
