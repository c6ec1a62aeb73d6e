import { compareInstants } from '../../../calendar/new-york.ts';
import { counted } from '../../../counted.ts';
import { InputError } from '../../../errors.ts';
import { weakMemo } from '../../../market-data/memo.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import { bundleParts, bytesOf, isBundle } from '../../parsing/bundle.ts';
import { eachRow, tableOf } from '../../parsing/csv.ts';
import { leadingDate } from '../../parsing/dates.ts';
import { decimal } from '../../parsing/number.ts';
import { type Observation, observationsOf } from '../../parsing/observations.ts';
import type { ParseContext, ParsedObservations } from '../../parsing/parsed.ts';

/**
 * fredgraph.csv: the date first, whatever its column is called this year, then the series under its own name. Of
 * several answers, older ones fill what the newest no longer has (FRED keeps three years of the ICE spreads);
 * where both have a date the newest counts.
 *
 * @throws InputError
 */
export function parseFredgraph(bytes: Uint8Array, about: ParseContext): ParsedObservations {
  if (!isBundle(bytes))
    return { observations: observationsOf(about.series, rowsOf(bytes, about)), complaints: [] };
  const parts = bundleParts(bytes).toSorted((a, b) => compareInstants(a.fetchedAt, b.fetchedAt));
  const merged = new Map<string, number>();
  for (const part of parts) {
    const rows = rowsOf(bytesOf(part), about);
    const first = rows.map((row) => row.date).toSorted()[0] ?? '9999';
    for (const date of [...merged.keys()]) if (date >= first) merged.delete(date);
    for (const { date, value } of rows) merged.set(date, value);
  }
  const given = [...merged].map(([date, value]) => ({ date, value }));
  const older = parts.length - 1;
  return {
    observations: observationsOf(about.series, given),
    complaints: [
      `the past that is no longer published comes from ${counted(older, 'older answer')} in the archive`,
    ],
  };
}

const isHeader = (cells: readonly string[]): boolean =>
  cells.length >= 2 && /^(observation_date|date)$/i.test(cells[0] ?? '');

/** One answer serves many series, and is taken apart once. */
const tableIn = weakMemo((bytes: Uint8Array) => tableOf(bytes, isHeader));

function rowsOf(bytes: Uint8Array, about: ParseContext): Observation[] {
  const table = tableIn(bytes);
  const column = table.header.indexOf(about.series);
  if (column < 1)
    throw new InputError(
      `asked for ${about.series}, answered with ${namedText(table.header.slice(1, 4).join(', '))}`,
    );
  const rows = eachRow(table, (row) => ({
    date: leadingDate(table.text(row, 0)),
    value: reading(table.text(row, column), table.line(row), about.series),
  }));
  return table.header.length > 2 ? ownRows(rows) : rows;
}

/**
 * The rows of one series in a table of several: without those before its first value and after its last. A day without
 * a value is there for the others, which have days of their own; a month without one was not published.
 */
function ownRows(rows: readonly Observation[]): Observation[] {
  const isThere = ({ value }: Observation) => !Number.isNaN(value);
  if (!rows.every(({ date }) => date.endsWith('-01'))) return rows.filter(isThere);
  return rows.slice(Math.max(0, rows.findIndex(isThere)), rows.findLastIndex(isThere) + 1);
}

function reading(text: string, row: number, field: string): number {
  if (text === '' || text === '.') return Number.NaN;
  const value = decimal(text);
  if (Number.isNaN(value)) throw new InputError(`${quoted(text)} is no number`, { row, field });
  return value;
}
