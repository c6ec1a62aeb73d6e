import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';
import { columnOf, eachRow, tableOf } from './csv.ts';
import { decimal } from './number.ts';
import { observationsOf } from './observations.ts';
import type { ParseContext, ParsedObservations } from './parsed.ts';

/** Where a publisher's table has a series, and how it writes a period. */
export interface DatedColumn {
  readonly dates: string;
  readonly values: string;
  /** The date under which FRED has the period, ISO. @throws InputError */
  readonly dateOf: (cell: string) => string;
}

const absent = new Set(['', '.', 'ND', 'NA', 'N/A']);

/**
 * One column of a publisher's CSV, with the dates of another, in the publisher's unit.
 * @throws InputError when a column is missing, a date or a value is none, or there is no value at all
 */
export function datedColumn(
  bytes: Uint8Array,
  { series }: ParseContext,
  { dates, values, dateOf }: DatedColumn,
): ParsedObservations {
  const table = tableOf(bytes, (cells) => cells.includes(dates));
  const [period, column] = [columnOf(table, dates), columnOf(table, values)];
  const given = eachRow(table, (row) => {
    const text = table.text(row, column);
    const value = absent.has(text) ? Number.NaN : decimal(text);
    if (!absent.has(text) && Number.isNaN(value))
      throw new InputError(`${quoted(text)} is no number`, { row: table.line(row), field: values });
    return { date: dateOf(table.text(row, period)), value };
  });
  return { observations: observationsOf(series, given), complaints: [] };
}
