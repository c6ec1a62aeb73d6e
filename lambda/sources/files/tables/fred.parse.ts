import { InputError } from '../../../errors.ts';
import type { Cells } from '../../parsing/cells.ts';
import { datedOf } from '../../parsing/date-forms.ts';
import { readDates } from '../../parsing/row-dates.ts';
import { type TableReader, upper } from './table.parse.ts';

/** How the column of dates is called; pandas leaves it without a name. */
const dateNames = ['OBSERVATION_DATE', 'DATE', 'DATETIME', 'TIME', 'PERIOD', 'MONTH', 'TIMESTAMP', 'INDEX'];

/** How a column is called that says which series a row is of. */
const seriesNames = ['SERIES_ID', 'SERIES', 'SYMBOL', 'SERIESID'];

/**
 * A date and the series' name: FRED's chart pages, of one series or more; ALFRED, which adds the vintage's date
 * (`UNRATE_20260925`). Or a date and a value: FRED's API, fredr, fredapi (`,0`).
 */
export const fredTable: TableReader = (table, series) => {
  const header = upper(table);
  const named = dateNames.map((name) => header.indexOf(name)).find((column) => column >= 0);
  const date = named ?? (header[0] === '' || header[0] === 'UNNAMED: 0' ? 0 : undefined);
  if (date === undefined || header.length < 2) return null;
  const value = columnOf(header, date, series.toUpperCase());
  if (value === undefined)
    throw new InputError(
      `holds ${table.header.filter((_, column) => column !== date).join(', ')}, not ${series}`,
      { file: table.file, row: 1 },
    );
  const rows = observedRows(table, header, date, value);
  checkSeries(table, header, series, rows);
  const dates = readDates(table, date, rows, { periods: true });
  return { days: dates.days, rows: dates.rows, columns: new Int32Array(dates.rows.length).fill(value) };
};

function columnOf(header: readonly string[], date: number, series: string): number | undefined {
  const exact = header.findIndex((name, column) => column !== date && name === series);
  if (exact >= 0) return exact;
  const vintages = header.filter((name) => name.startsWith(`${series}_`) && /_\d{8}$/.test(name)).sort();
  const newest = vintages.at(-1);
  if (newest !== undefined && newest.length === series.length + 9) return header.indexOf(newest);
  const others = header.flatMap((_, column) => (column === date ? [] : [column]));
  const value = header.indexOf('VALUE');
  if (value >= 0) return value;
  return others.length === 1 && header[others[0]!] === '0' ? others[0] : undefined;
}

/** Rows of the newest vintage, less remarks after the last of them. */
function observedRows(table: Cells, header: readonly string[], date: number, value: number): Int32Array {
  let end = table.rows;
  const isRemark = (row: number) =>
    Number.isNaN(table.number(row, value)) &&
    /^\D/.test(table.text(row, date)) &&
    datedOf(table.text(row, date), true) === null;
  while (end > 1 && isRemark(end - 1)) end -= 1;
  const all = Int32Array.from({ length: end }, (_, row) => row);
  const until = header.indexOf('REALTIME_END');
  if (until < 0) return all;
  const newest = [...new Set(Array.from(all, (row) => table.text(row, until)))].sort().at(-1);
  return all.filter((row) => table.text(row, until) === newest);
}

function checkSeries(table: Cells, header: readonly string[], series: string, rows: Int32Array): void {
  const at = seriesNames.map((name) => header.indexOf(name)).find((column) => column >= 0);
  if (at === undefined) return;
  const other = rows.find((row) => table.text(row, at).toUpperCase() !== series.toUpperCase());
  if (other !== undefined)
    throw new InputError(`holds ${table.text(other, at)}, and the file is ${series}'s`, {
      file: table.file,
      row: table.line(other),
      field: table.header[at]!,
    });
}
