import { InputError } from '../../../errors.ts';
import { quoted } from '../../../outside-text.ts';
import { barsOf, type Row } from '../../parsing/bars.ts';
import { type CsvTable, columnOf, eachRow, tableOf } from '../../parsing/csv.ts';
import { americanDate } from '../../parsing/dates.ts';
import { decimal } from '../../parsing/number.ts';
import { observationsOf } from '../../parsing/observations.ts';
import type { ParseContext, ParsedBars, ParsedObservations } from '../../parsing/parsed.ts';
import { continued, partsOfHistory } from '../cboe-quote/parse.ts';

/** The index whose file holds a series: `VIX` for `^VIX` and for FRED's VIXCLS, which is its close. */
export function cboeIndexName(series: string): string {
  return series.replace(/^\^/, '').replace(/CLS$/, '');
}

/**
 * The history of a Cboe index: `DATE,OPEN,HIGH,LOW,CLOSE`, or two columns where there are closes only. It does not
 * say which index it is when it has five columns; the address asked must be trusted for that.
 *
 * @throws InputError
 */
export function parseCboeIndex(bytes: Uint8Array, about: ParseContext): ParsedBars {
  const { history, quote } = partsOfHistory(bytes);
  const table = fileOf(history);
  const close = closeColumn(table, about);
  const wide = table.header.includes('OPEN');
  const [open, high, low] = wide ? ['OPEN', 'HIGH', 'LOW'].map((name) => columnOf(table, name)) : [];
  const at = (row: number, column: number | undefined, name: string) =>
    column === undefined ? null : numberAt(table, row, column, name);
  const rows = eachRow(
    table,
    (row): Row => ({
      date: americanDate(table.text(row, 0)),
      open: at(row, open, 'OPEN'),
      high: at(row, high, 'HIGH'),
      low: at(row, low, 'LOW'),
      close: at(row, close, 'close'),
      adjusted: null,
      volume: null,
    }),
  );
  return continued(rows, quote, about, (all) => barsOf(all, about, { stamp: null, basis: 'price only' }));
}

/** The closes of a Cboe index as a macro series. @throws InputError */
export function parseCboeIndexCloses(bytes: Uint8Array, about: ParseContext): ParsedObservations {
  const { bars, complaints } = parseCboeIndex(bytes, about);
  const given = bars.sessions.map((date, i) => ({ date, value: bars.close?.[i] ?? Number.NaN }));
  return { observations: observationsOf(about.series, given), complaints };
}

function fileOf(bytes: Uint8Array): CsvTable {
  return tableOf(bytes, (cells) => cells[0]?.toUpperCase() === 'DATE' && cells.length >= 2);
}

function closeColumn(table: CsvTable, about: ParseContext): number {
  if (table.header.includes('CLOSE')) return columnOf(table, 'CLOSE');
  return columnOf(table, cboeIndexName(about.series));
}

function numberAt(table: CsvTable, row: number, column: number, field: string): number {
  const text = table.text(row, column);
  const value = decimal(text);
  if (Number.isNaN(value))
    throw new InputError(`${quoted(text)} is no number`, { row: table.line(row), field });
  return value;
}
