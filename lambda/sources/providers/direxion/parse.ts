import { counted } from '../../../counted.ts';
import { InputError } from '../../../errors.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import { americanNumber } from '../../parsing/american-number.ts';
import { columnOf, eachRow, tableOf } from '../../parsing/csv.ts';
import { americanDate } from '../../parsing/dates.ts';
import type { ParseContext, ParsedHoldings } from '../../parsing/parsed.ts';
import { weightsOf } from '../../parsing/weights.ts';

/**
 * What a fund with three times the index may add up to, in percent: shares and swaps about three hundred, and the
 * money-market funds that are collateral of the swaps. Far from it, the list is cut short or in another unit.
 */
const plausible = { least: 200, most: 450 };

/** Shares and swaps alone, which the fund sets to three times its assets every day. */
const exposed = { least: 250, most: 350 };

/**
 * The holdings of a leveraged fund: lines about the fund, then a table. Rows with a ticker are shares and funds;
 * those without one are swaps, by their description, or else cash and collateral.
 *
 * @throws InputError
 */
export function parseDirexion(bytes: Uint8Array, about: ParseContext): ParsedHoldings {
  const table = tableOf(bytes, (cells) => cells.includes('TradeDate') && cells.includes('HoldingsPercent'));
  const at = {
    date: columnOf(table, 'TradeDate'),
    fund: columnOf(table, 'AccountTicker'),
    ticker: columnOf(table, 'StockTicker'),
    description: columnOf(table, 'SecurityDescription'),
    percent: columnOf(table, 'HoldingsPercent'),
  };
  const dates = new Set<string>();
  const rows = eachRow(table, (i) => {
    const row = table.line(i);
    const cell = (column: number): string => table.text(i, column);
    if (cell(at.fund) !== about.series)
      throw new InputError(`asked for ${about.series}, answered with ${namedText(cell(at.fund))}`, { row });
    dates.add(americanDate(cell(at.date).split(' ')[0] ?? ''));
    const percent = americanNumber(cell(at.percent).replace(/%$/, ''));
    if (Number.isNaN(percent)) throw new InputError(`${quoted(cell(at.percent))} is no percentage`, { row });
    return [kindOf(cell(at.ticker), cell(at.description)), percent] as const;
  });
  const [asOf] = dates;
  if (asOf === undefined || dates.size > 1)
    throw new InputError(`holdings of ${counted(dates.size, 'day')} in one list`, { field: 'TradeDate' });
  const sum = rows.reduce((total, [, percent]) => total + percent, 0);
  if (!(sum >= plausible.least && sum <= plausible.most))
    throw new InputError(`the holdings add up to ${sum.toFixed(0)} %, not to about three hundred`);
  const exposure = rows.reduce((total, [kind, percent]) => total + (kind === 'cash' ? 0 : percent), 0);
  if (!(exposure >= exposed.least && exposure <= exposed.most))
    throw new InputError(`shares and swaps add up to ${exposure.toFixed(0)} %, not to about three hundred`);
  return { holdings: { fund: about.series, asOf, weights: weightsOf(rows) }, complaints: [] };
}

function kindOf(ticker: string, description: string): string {
  if (/\bswaps?\b/i.test(description)) return 'swaps';
  return ticker === '' ? 'cash' : 'shares';
}
