import { dayNumberOf } from '../../../calendar/civil.ts';
import { InputError } from '../../../errors.ts';
import { quoted } from '../../../outside-text.ts';
import type { Cells } from '../../parsing/cells.ts';
import { blsSeries } from '../../providers/bls/parse.ts';
import { type ObservedValues, type TableReader, upper } from './table.parse.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** The Bureau of Labor Statistics: a row a month (`Series ID,Year,Period,Label,Value`), or a row a year with twelve months. */
export const blsTable: TableReader = (table, series) => {
  const header = upper(table);
  const year = header.indexOf('YEAR');
  if (year < 0) return null;
  const [period, value, id] = ['PERIOD', 'VALUE', 'SERIES ID'].map((name) => header.indexOf(name));
  if (period! >= 0 && value! >= 0) {
    if (id! >= 0) checkSeries(table, id!, series);
    return byMonth(table, year, period!, value!);
  }
  const columns = months.map((month) => header.indexOf(month));
  return columns.every((column) => column >= 0) ? byYear(table, year, columns) : null;
};

function checkSeries(table: Cells, column: number, series: string): void {
  const own = blsSeries[series];
  for (let row = 0; row < table.rows; row++) {
    const said = table.text(row, column);
    if (said !== own)
      throw new InputError(`holds ${said}, and ${series} is ${own ?? 'not a series of the bureau'}`, {
        file: table.file,
        row: table.line(row),
        field: table.header[column]!,
      });
  }
}

function yearIn(table: Cells, row: number, column: number): number {
  const text = table.text(row, column);
  if (/^\d{4}$/.test(text)) return Number(text);
  const where = { file: table.file, row: table.line(row), field: table.header[column]! };
  throw new InputError(`${quoted(text)} is not a year`, where);
}

/** `M13` is the annual average. */
function byMonth(table: Cells, year: number, period: number, value: number): ObservedValues {
  const found: (readonly [day: number, row: number, column: number])[] = [];
  for (let row = 0; row < table.rows; row++) {
    const said = table.text(row, period);
    if (/^(M13|Q05|S03)$/.test(said)) continue;
    const month = /^M(0[1-9]|1[0-2])$/.exec(said)?.[1];
    if (month === undefined)
      throw new InputError(`${quoted(said)} is not a month`, {
        file: table.file,
        row: table.line(row),
        field: table.header[period]!,
      });
    found.push([dayNumberOf(yearIn(table, row, year), Number(month), 1), row, value]);
  }
  return ordered(table, found);
}

function byYear(table: Cells, year: number, columns: readonly number[]): ObservedValues {
  const found = Array.from({ length: table.rows }, (_, row) => {
    const of = yearIn(table, row, year);
    return columns.map((column, month) => [dayNumberOf(of, month + 1, 1), row, column] as const);
  });
  return ordered(table, found.flat());
}

/** Oldest first. @throws InputError when a month comes twice */
function ordered(
  table: Cells,
  found: readonly (readonly [day: number, row: number, column: number])[],
): ObservedValues {
  const sorted = found.toSorted(([a], [b]) => a - b);
  const twice = sorted.find(([day], i) => i > 0 && sorted[i - 1]![0] === day);
  if (twice !== undefined)
    throw new InputError('its month stands twice', { file: table.file, row: table.line(twice[1]) });
  return {
    days: Int32Array.from(sorted, ([day]) => day),
    rows: Int32Array.from(sorted, ([, row]) => row),
    columns: Int32Array.from(sorted, ([, , column]) => column),
  };
}
