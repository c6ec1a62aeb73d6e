import { isDate } from '../../../calendar/civil.ts';
import { counted } from '../../../counted.ts';
import { InputError } from '../../../errors.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import { americanNumber } from '../../parsing/american-number.ts';
import { type CsvLines, columnOf, headerLine, linesOf } from '../../parsing/csv.ts';
import type { ParseContext, ParsedHoldings } from '../../parsing/parsed.ts';
import { weightsOf } from '../../parsing/weights.ts';
import { isharesFunds } from './schema.ts';

/** Shares of a fund of shares, in percent of its assets; the rest is cash. */
const plausible = { least: 95, most: 101 };

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The holdings of an iShares fund: lines about the fund, a table, and a notice. The sectors' weights are those of its
 * shares; futures and cash are left out. Its first line is the fund's name in full; weights that do not add up to a fund of shares show a list cut short. A share without a sector (a contingent
 * value right has "-") is named and is in no sector's weight; the others must add up without it.
 *
 * @throws InputError
 */
export function parseIshares(bytes: Uint8Array, about: ParseContext): ParsedHoldings {
  const lines = linesOf(bytes);
  const top = headerLine(lines, (cells) => cells.includes('Ticker') && cells.includes('Asset Class'));
  const header = lines.cells(top);
  checkName(lines, about);
  const names = ['Sector', 'Asset Class', 'Weight (%)', 'Name'];
  const columns = names.map((name) => columnOf({ header }, name));
  const unsorted: string[] = [];
  const shares = tableBelow(lines, top).flatMap((line) => {
    const row = line + 1;
    if (lines.width(line) > header.length)
      throw new InputError(
        `${counted(lines.width(line), 'cell')} under ${counted(header.length, 'column')}`,
        { row },
      );
    const [name = '', kind, weight = '', label = ''] = columns.map((column) => lines.text(line, column));
    if (kind !== 'Equity') return [];
    const percent = americanNumber(weight);
    if (!(percent >= 0 && percent < plausible.most))
      throw new InputError(`${quoted(weight)} is no weight in percent`, { row });
    if (name === '-' || name === '') {
      unsorted.push(`${namedText(label)} (${percent} %) has no sector`);
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
    holdings: { fund: about.series, asOf: asOfIn(lines, top), weights: weightsOf(shares) },
    complaints: unsorted,
  };
}

/** @throws InputError when the list is of another fund than was asked for */
function checkName(lines: CsvLines, { series }: ParseContext): void {
  const name = lines.cells(0)[0] ?? '';
  const asked = isharesFunds[series]?.name;
  if (asked !== undefined && name !== asked)
    throw new InputError(`the list is of ${quoted(name)}, not of ${asked}`, { row: 1 });
}

/**
 * The lines of the table: it ends at the first that is none of it, blank, before the publisher's notice.
 * @throws InputError when another row of the table comes after its end
 */
function tableBelow(lines: CsvLines, top: number): readonly number[] {
  const below = Array.from({ length: lines.count - top - 1 }, (_, at) => top + 1 + at);
  const width = lines.width(top);
  const end = below.find((line) => lines.width(line) < width);
  if (end === undefined) return below;
  const stray = below.find((line) => line > end && lines.width(line) === width);
  if (stray !== undefined)
    throw new InputError(`a row of the table below its end in row ${end + 1}`, { row: stray + 1 });
  return below.filter((line) => line < end);
}

/** `Fund Holdings as of,"Dec 30, 2025"` among the lines above the table. @throws InputError */
function asOfIn(lines: CsvLines, top: number): string {
  const above = Array.from({ length: top }, (_, line) => lines.cells(line));
  const written = above.find(([label]) => /^fund holdings as of/i.test(label ?? ''))?.[1] ?? '';
  const [, month = '', day = '', year = ''] =
    /^([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})$/.exec(written) ?? [];
  const number = months.indexOf(month) + 1;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (number === 0 || !isDate(date))
    throw new InputError(`${quoted(written)} is no date`, { field: 'Fund Holdings as of' });
  return date;
}
