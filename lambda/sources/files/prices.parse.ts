import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';
import { isNone } from '../parsing/blank.ts';
import type { Cells } from '../parsing/cells.ts';
import type { Columns, Field } from '../parsing/columns.ts';
import { type Numbers, numbersOf } from '../parsing/numbers.ts';
import type { BarRows } from './rows.parse.ts';

export type Price = 'open' | 'high' | 'low' | 'close' | 'adjusted';

/** The columns of a file's bars as written, by row. */
export interface PriceColumns extends Readonly<Record<Price, Float64Array | null>> {
  readonly volume: Float64Array | null;
  readonly split: Float64Array | null;
  readonly dividend: Float64Array | null;
  readonly gain: Float64Array | null;
  readonly complaints: readonly string[];
}

/**
 * Prices must be above zero, splits and dividends not below; a volume that is neither makes the volume unknown, as no
 * figure rests on it.
 *
 * @throws InputError at the first price, split or dividend that is none
 */
export function readPrices(cells: Cells, columns: Columns, { order }: BarRows): PriceColumns {
  const { date: _, ...others } = columns;
  const numbers = numbersOf(cells, Object.values(others), order, false);
  const price = (field: Price) => column(cells, columns[field], order, numbers, 'price');
  const beside = (field: Field) => column(cells, columns[field], order, numbers, 'number');
  const [open, high, low, close] = [price('open'), price('high'), price('low'), price('close')];
  if (high !== null && low !== null) refuseHighBelowLow(cells, columns, order, high, low);
  const { volume, complaints } = volumeColumn(cells, columns.volume, order, numbers);
  return {
    open,
    high,
    low,
    close,
    adjusted: price('adjusted'),
    volume,
    split: beside('split'),
    dividend: beside('dividend'),
    gain: beside('gain'),
    complaints,
  };
}

function column(
  cells: Cells,
  at: number | undefined,
  order: Int32Array,
  numbers: Numbers,
  what: 'price' | 'number',
): Float64Array | null {
  if (at === undefined) return null;
  const values = new Float64Array(order.length);
  for (let i = 0; i < values.length; i++) {
    const row = order[i]!;
    const value = numbers(row, at);
    if (what === 'price' ? value > 0 : value >= 0) values[i] = value;
    // Of a split or a dividend blank means none.
    else if (what === 'price' || !isNone(cells.text(row, at))) throw refusal(cells, row, at, value, what);
  }
  return values;
}

function refusal(cells: Cells, row: number, at: number, value: number, what: string): InputError {
  const text = cells.text(row, at);
  const message =
    text === ''
      ? `the ${what} is missing`
      : Number.isNaN(value)
        ? `${quoted(text)} is not a ${what}`
        : `${text} is not a ${what}: it is ${value === 0 ? 'zero' : 'negative'}`;
  return new InputError(message, { file: cells.file, row: cells.line(row), field: cells.header[at]! });
}

/** An index has no volume: files leave it out, blank, or zero throughout. */
function volumeColumn(
  cells: Cells,
  at: number | undefined,
  order: Int32Array,
  numbers: Numbers,
): { readonly volume: Float64Array | null; readonly complaints: readonly string[] } {
  const none = { volume: null, complaints: [] };
  if (at === undefined) return none;
  const volume = new Float64Array(order.length);
  let bad = -1;
  let blanks = 0;
  for (let i = 0; i < order.length; i++) {
    const value = numbers(order[i]!, at);
    if (value >= 0) volume[i] = value;
    else {
      if (bad < 0) bad = order[i]!;
      if (isNone(cells.text(order[i]!, at))) blanks += 1;
    }
  }
  if (blanks === order.length) return none;
  if (bad >= 0) {
    const text = cells.text(bad, at);
    const what = text === '' ? 'the volume is missing' : `${quoted(text)} is not a volume`;
    const where = `${cells.file}, row ${cells.line(bad)}, field ${cells.header[at]}`;
    return { volume: null, complaints: [`${where}: ${what}; no volume of the file is used`] };
  }
  return volume.every((traded) => traded === 0) ? none : { volume, complaints: [] };
}

function refuseHighBelowLow(
  cells: Cells,
  columns: Columns,
  order: Int32Array,
  high: Float64Array,
  low: Float64Array,
): void {
  const at = high.findIndex((price, i) => price < low[i]!);
  if (at < 0) return;
  throw new InputError(`the high ${high[at]} is below the low ${low[at]}`, {
    file: cells.file,
    row: cells.line(order[at]!),
    field: cells.header[columns.high!]!,
  });
}
