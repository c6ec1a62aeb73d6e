import { InputError } from '../../../errors.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import { barsOf, type Row } from '../../parsing/bars.ts';
import { leadingDate } from '../../parsing/dates.ts';
import { decimal } from '../../parsing/number.ts';
import type { ParseContext, ParsedBars } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { cboeSymbol, continued, isCalled, partsOfHistory, sinceSplit } from '../cboe-quote/parse.ts';
import { history } from './schema.ts';

/**
 * Cboe chart history: no dividends and an undocumented basis, so price returns only. An open of 0 means that Cboe
 * has none; then the series goes without opens. A jump of the size of a split cuts the history to what lies after it.
 *
 * @throws InputError
 */
export function parseCboeChart(bytes: Uint8Array, about: ParseContext): ParsedBars {
  const { history: bytesOfHistory, quote } = partsOfHistory(bytes);
  const answer = shaped(history, jsonOf(bytesOfHistory));
  if (!isCalled(answer.symbol, about.series))
    throw new InputError(`asked for ${cboeSymbol(about.series)}, answered with ${namedText(answer.symbol)}`, {
      field: 'symbol',
    });
  const withOpens = answer.data.every((row) => decimal(String(row.open)) !== 0);
  const rows = answer.data.map((row): Row => {
    const number = (field: 'open' | 'high' | 'low' | 'close' | 'volume') => {
      const value = decimal(String(row[field] ?? ''));
      if (Number.isNaN(value))
        throw new InputError(`${namedText(row.date)}: ${quoted(row[field])} is no number`, { field });
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
  const { rows: comparable, cutBefore } = sinceSplit(rows, about.series);
  const parsed = continued(comparable, quote, about, (all) =>
    barsOf(all, about, { stamp: null, basis: 'price only' }),
  );
  if (cutBefore === null) return parsed;
  const cut = `begins ${cutBefore}: prices before are not adjusted for a split`;
  return { ...parsed, complaints: [...parsed.complaints, cut] };
}
