import { csvParseRows } from 'd3-dsv';
import { isDate } from '../../../calendar/civil.ts';
import { counted } from '../../../counted.ts';
import { InputError } from '../../../errors.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import { americanNumber } from '../../parsing/american-number.ts';
import type { ParseContext, ParsedHoldings } from '../../parsing/parsed.ts';
import { textOf } from '../../parsing/text.ts';
import { weightsOf } from '../../parsing/weights.ts';

/** Shares of a fund of shares, in percent of its assets; the rest is cash. */
const plausible = { least: 95, most: 101 };

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The holdings of an iShares fund: lines about the fund, a table, and a notice. The sectors' weights are those of its
 * shares; futures and cash are left out. It names the fund only in full, so the address asked must be trusted for
 * that; weights that do not add up to a fund of shares show a list cut short. A share without a sector (a contingent
 * value right has "-") is named and is in no sector's weight; the others must add up without it.
 *
 * @throws InputError
 */
export function parseIshares(bytes: Uint8Array, about: ParseContext): ParsedHoldings {
  const text = textOf(bytes).replace(/^\uFEFF/, '');
  if (/^\s*[[{]/.test(text)) throw new InputError(`JSON instead of CSV: ${quoted(text)}`);
  const lines = csvParseRows(text, (cells) => cells.map((cell) => cell.trim()));
  const top = lines.findIndex((cells) => cells.includes('Ticker') && cells.includes('Asset Class'));
  const header = lines[top];
  if (header === undefined)
    throw new InputError(
      `no header that is known here; the first line is ${quoted(lines[0]?.join(',') ?? '')}`,
    );
  const column = (name: string): number => {
    const at = header.indexOf(name);
    if (at < 0) throw new InputError(`no column ${name}`, { field: name });
    return at;
  };
  const [sector, kind, weight] = [column('Sector'), column('Asset Class'), column('Weight (%)')];
  const label = column('Name');
  const below = lines.slice(top + 1);
  // The table ends at the first line that is none of it: blank, then the publisher's notice.
  const end = below.findIndex((cells) => cells.length < header.length);
  const stray = end < 0 ? -1 : below.findIndex((cells, i) => i > end && cells.length === header.length);
  if (stray >= 0)
    throw new InputError(`a row of the table below its end in row ${top + 2 + end}`, {
      row: top + 2 + stray,
    });
  const unsorted: string[] = [];
  const shares = below.slice(0, end < 0 ? below.length : end).flatMap((cells, i) => {
    const row = top + 2 + i;
    if (cells.length > header.length)
      throw new InputError(`${counted(cells.length, 'cell')} under ${counted(header.length, 'column')}`, {
        row,
      });
    if (cells[kind] !== 'Equity') return [];
    const percent = americanNumber(cells[weight] ?? '');
    if (!(percent >= 0 && percent < plausible.most))
      throw new InputError(`${quoted(cells[weight])} is no weight in percent`, { row });
    const name = cells[sector] ?? '';
    if (name === '-' || name === '') {
      unsorted.push(`${namedText(cells[label] ?? '')} (${percent} %) has no sector`);
      return [];
    }
    if (!/^[A-Z][A-Za-z ,/&-]{2,40}$/.test(name))
      throw new InputError(`${quoted(name)} is no sector`, { row });
    return [[name, percent] as const];
  });
  const sum = shares.reduce((total, [, percent]) => total + percent, 0);
  if (!(sum >= plausible.least && sum <= plausible.most))
    throw new InputError(`the shares add up to ${sum.toFixed(1)} % of the fund, not to about all of it`);
  return {
    holdings: { fund: about.series, asOf: asOfIn(lines.slice(0, top)), weights: weightsOf(shares) },
    complaints: unsorted,
  };
}

/** `Fund Holdings as of,"Dec 30, 2025"` among the lines above the table. @throws InputError */
function asOfIn(preamble: readonly (readonly string[])[]): string {
  const told = preamble.find(([label]) => /^fund holdings as of/i.test(label ?? ''))?.[1] ?? '';
  const [, month = '', day = '', year = ''] = /^([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})$/.exec(told) ?? [];
  const number = months.indexOf(month) + 1;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (number === 0 || !isDate(date))
    throw new InputError(`${quoted(told)} is no date`, { field: 'Fund Holdings as of' });
  return date;
}
