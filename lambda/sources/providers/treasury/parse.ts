import { InputError } from '../../../errors.ts';
import { quoted } from '../../../outside-text.ts';
import { bytesOf, isBundle, partsOf } from '../../parsing/bundle.ts';
import { columnOf, tableOf } from '../../parsing/csv.ts';
import { americanDate } from '../../parsing/dates.ts';
import { decimal } from '../../parsing/number.ts';
import { type Observation, observationsOf } from '../../parsing/observations.ts';
import type { About, ParsedObservations } from '../../parsing/parsed.ts';

/** The curve's columns behind a FRED name: one maturity, or the first less the second. Percent, as at FRED. */
export const treasuryColumns: Readonly<Record<string, readonly [string] | readonly [string, string]>> = {
  DGS3MO: ['3 Mo'],
  DGS2: ['2 Yr'],
  DGS10: ['10 Yr'],
  DGS30: ['30 Yr'],
  T10Y2Y: ['10 Yr', '2 Yr'],
  T10Y3M: ['10 Yr', '3 Mo'],
};

/**
 * The par yield curve, a file a year, newest day first. Columns are found by name: "1.5 Month" was put between the
 * others in 2025. A year without a business day yet has a header only.
 *
 * @throws InputError
 */
export function parseTreasury(bytes: Uint8Array, about: About): ParsedObservations {
  const wanted = treasuryColumns[about.series];
  if (wanted === undefined) throw new InputError(`${about.series} is not on the Treasury's curve`);
  const years = isBundle(bytes) ? partsOf(bytes).map(bytesOf) : [bytes];
  const given = years.flatMap((year) => rowsOf(year, wanted));
  return { observations: observationsOf(about.series, given), complaints: [] };
}

function rowsOf(
  bytes: Uint8Array,
  [first, second]: readonly [string] | readonly [string, string],
): Observation[] {
  const table = tableOf(bytes, (cells) => cells[0] === 'Date' && cells.some((cell) => / Yr$/.test(cell)));
  const [a, b] = [columnOf(table, first), second === undefined ? null : columnOf(table, second)];
  return table.rows.map((cells, i) => {
    const row = table.firstLine + i;
    const value = yieldAt(cells, a, row) - (b === null ? 0 : yieldAt(cells, b, row));
    return { date: americanDate(cells[0] ?? ''), value: Number(value.toFixed(4)) };
  });
}

/** A yield in percent; a day may lack a maturity. */
function yieldAt(cells: readonly string[], column: number, row: number): number {
  const text = (cells[column] ?? '').trim();
  if (text === '' || text === 'N/A') return Number.NaN;
  const value = decimal(text);
  if (!(value > -5 && value < 30)) throw new InputError(`${quoted(text)} is no yield in percent`, { row });
  return value;
}
