import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';
import { isNone } from '../parsing/blank.ts';
import type { Cells } from '../parsing/cells.ts';
import { numbersOf } from '../parsing/numbers.ts';
import type { ParsedObservations } from '../parsing/parsed.ts';
import { dateText } from '../parsing/row-dates.ts';
import { byFirstDay } from './stamps.parse.ts';
import { blsTable } from './tables/bls.parse.ts';
import { fredTable } from './tables/fred.parse.ts';
import type { ObservedValues, TableReader } from './tables/table.parse.ts';

const readers: readonly TableReader[] = [blsTable, fredTable];

function observedIn(cells: Cells, series: string): ObservedValues {
  for (const read of readers) {
    const observed = read(cells, series);
    if (observed?.days.length === 0) throw new InputError('has a header and no rows', { file: cells.file });
    if (observed !== null) return observed;
  }
  throw new InputError(
    `the header ${quoted(cells.header.join(cells.separator))} is not that of a FRED file`,
    { file: cells.file, row: 1 },
    { hint: `Expected observation_date,${series} or date,value; docs/data.md lists what is read.` },
  );
}

/** @throws InputError when the header is another series', a date or a value is none, or there is no value at all */
export function observationsIn(cells: Cells, series: string): ParsedObservations {
  const { days, rows, columns } = observedIn(cells, series);
  const numbers = numbersOf(cells, [...new Set(columns)], rows);
  const count = days.length;
  const descending = days[0]! > days[count - 1]!;
  const dates: string[] = [];
  const values = new Float64Array(count);
  let published = 0;
  for (let i = 0; i < count; i++) {
    const at = descending ? count - 1 - i : i;
    const [row, column] = [rows[at]!, columns[at]!];
    dates.push(dateText(days[at]!));
    const value = numbers(row, column);
    values[i] = value;
    if (!Number.isNaN(value)) {
      published += 1;
      continue;
    }
    const text = cells.text(row, column);
    if (!isNone(text))
      throw new InputError(`${quoted(text)} is not a number`, {
        file: cells.file,
        row: cells.line(row),
        field: cells.header[column]!,
      });
  }
  if (published === 0) throw new InputError('has dates and no values', { file: cells.file });
  return { observations: { id: series, dates: byFirstDay(dates), values }, complaints: [] };
}
