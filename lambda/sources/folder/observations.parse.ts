import { InputError } from '../../errors.ts';
import type { Cells } from '../parsing/cells.ts';
import type { ParsedObservations } from '../parsing/parsed.ts';
import { dateText, readDates } from '../parsing/row-dates.ts';

const dateNames = ['observation_date', 'date'];

/** The column of a series: by its name, or the only one beside the date when that is called `value`. */
function valueColumn({ header, file }: Cells, series: string): number {
  const first = header[0]!.toLowerCase();
  if (!dateNames.includes(first) || header.length < 2)
    throw new InputError(
      `the header "${header.join(',').slice(0, 120)}" is not that of a FRED file`,
      { file, row: 1 },
      { hint: `Expected observation_date,${series} or DATE,${series}.` },
    );
  const named = header.findIndex((name, column) => column > 0 && name.toUpperCase() === series.toUpperCase());
  if (named > 0) return named;
  if (header.length === 2 && header[1]!.toLowerCase() === 'value') return 1;
  throw new InputError(`holds ${header.slice(1).join(', ')}, not ${series}`, { file, row: 1 });
}

/** @throws InputError when the header is another series', a date or a value is none, or there is no value at all */
export function observationsIn(cells: Cells, series: string): ParsedObservations {
  const column = valueColumn(cells, series);
  const { days, descending } = readDates(cells, 0);
  const { rows } = cells;
  const dates: string[] = [];
  const values = new Float64Array(rows);
  let published = 0;
  for (let i = 0; i < rows; i++) {
    const row = descending ? rows - 1 - i : i;
    dates.push(dateText(days[row]!));
    const value = cells.number(row, column);
    values[i] = value;
    if (!Number.isNaN(value)) {
      published += 1;
      continue;
    }
    const text = cells.text(row, column);
    if (text !== '' && text !== '.')
      throw new InputError(`"${text}" is not a number`, {
        file: cells.file,
        row: cells.line(row),
        field: cells.header[column]!,
      });
  }
  if (published === 0) throw new InputError('has dates and no values', { file: cells.file });
  return { observations: { id: series, dates, values }, complaints: [] };
}
