import { InputError } from '../../../errors.ts';
import { quoted } from '../../../outside-text.ts';
import { bundleParts, bytesOf, isBundle } from '../../parsing/bundle.ts';
import { type CsvTable, columnOf, eachRow, tableOf } from '../../parsing/csv.ts';
import { americanDate } from '../../parsing/dates.ts';
import { decimal } from '../../parsing/number.ts';
import { type Observation, observationsOf } from '../../parsing/observations.ts';
import type { ParseContext, ParsedObservations } from '../../parsing/parsed.ts';

type Columns = readonly [string] | readonly [string, string];

/**
 * The columns behind a FRED name: one maturity, or the first less the second, as FRED computes it. Percent. `Yr` is a
 * column of the par curve, `YR` one of the real curve.
 */
export const treasuryColumns: Readonly<Record<string, Columns>> = {
  DGS3MO: ['3 Mo'],
  DGS2: ['2 Yr'],
  DGS10: ['10 Yr'],
  DGS30: ['30 Yr'],
  T10Y2Y: ['10 Yr', '2 Yr'],
  T10Y3M: ['10 Yr', '3 Mo'],
  DFII10: ['10 YR'],
  T5YIE: ['5 Yr', '5 YR'],
};

export type Curve = 'par' | 'real';

/** The curve that has a column. */
export const curveOf = (column: string): Curve => (column.endsWith(' YR') ? 'real' : 'par');

/**
 * The yield curves, a file a year and curve, newest day first. Columns are found by name: "1.5 Month" was put between the
 * others in 2025. A year of which nothing is published yet is an empty file, or has a header only: no rows.
 *
 * @throws InputError also when a year between others is empty, which would leave a hole
 */
export function parseTreasury(bytes: Uint8Array, about: ParseContext): ParsedObservations {
  const wanted = treasuryColumns[about.series];
  if (wanted === undefined) throw new InputError(`${about.series} is not on the Treasury's curve`);
  const files = isBundle(bytes) ? bundleParts(bytes).map(bytesOf) : [bytes];
  const tables = files.filter((file) => !isEmpty(file)).map(tableIn);
  const [first, second] = wanted.map((column) => yieldsOf(tables, column));
  const given = [...(first ?? [])].flatMap(([date, value]): Observation[] => {
    if (second === undefined) return [{ date, value }];
    const less = second.get(date);
    return less === undefined ? [] : [{ date, value: Number((value - less).toFixed(4)) }];
  });
  if (given.length === 0) throw new InputError('the answer is empty: no day of any year');
  refuseHole(given.map(({ date }) => Number(date.slice(0, 4))));
  return { observations: observationsOf(about.series, given), complaints: [] };
}

const isEmpty = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes).trim() === '';

const tableIn = (bytes: Uint8Array): CsvTable =>
  tableOf(bytes, (cells) => cells[0] === 'Date' && cells.some((cell) => / (Yr|YR)$/.test(cell)));

/** The yields of one maturity by date. @throws InputError */
function yieldsOf(tables: readonly CsvTable[], column: string): ReadonlyMap<string, number> {
  const yields = new Map<string, number>();
  for (const table of tables) {
    const curve = table.header.some((cell) => curveOf(cell) === 'real') ? 'real' : 'par';
    if (curve !== curveOf(column)) continue;
    const at = columnOf(table, column);
    eachRow(table, (row) => {
      const date = americanDate(table.text(row, 0));
      if (yields.has(date)) throw new InputError(`${date} comes twice`, { field: 'Date' });
      yields.set(date, yieldOf(table.text(row, at), table.line(row)));
    });
  }
  return yields;
}

function refuseHole(years: readonly number[]): void {
  const has = new Set(years);
  const [from, to] = [Math.min(...has), Math.max(...has)];
  for (let year = from; year < to; year += 1)
    if (!has.has(year)) throw new InputError(`the year ${year} has no day, those around it do`);
}

/** A yield in percent; a day may lack a maturity. */
function yieldOf(text: string, row: number): number {
  if (text === '' || text === 'N/A') return Number.NaN;
  const value = decimal(text);
  if (!(value > -5 && value < 30)) throw new InputError(`${quoted(text)} is no yield in percent`, { row });
  return value;
}
