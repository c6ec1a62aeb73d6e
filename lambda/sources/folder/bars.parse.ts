import { weekdayNames, weekdayOfDayNumber, yearOf } from '../../calendar/civil.ts';
import { firstYear, lastYear, sessionIndexOfDayNumber, sessions, whyClosed } from '../../calendar/nyse.ts';
import { InputError } from '../../errors.ts';
import type { Bars } from '../../series/bars.ts';
import type { Cells } from '../parsing/cells.ts';
import { type Columns, type Field, findColumns } from '../parsing/columns.ts';
import type { Irregularity } from '../parsing/irregularities.ts';
import type { ParsedBars } from '../parsing/parsed.ts';
import { dateText, readDates } from '../parsing/row-dates.ts';
import { describeJump, findSplitJump } from '../parsing/split-jump.ts';
import { splitFactors } from '../parsing/splits.ts';

/** The rows of a file that are sessions, oldest first. */
interface Rows {
  readonly order: Int32Array;
  readonly sessions: readonly string[];
  /** Dates of rows left out: an index computed on a day on which the exchange was closed. */
  readonly leftOut: readonly string[];
}

/** @throws InputError when a row is dated on a day on which nothing was traded */
function sessionRows(cells: Cells, columns: Columns, symbol: string): Rows {
  const { days, descending } = readDates(cells, columns.date);
  const order = new Int32Array(cells.rows);
  const dates: string[] = [];
  const leftOut: string[] = [];
  for (let i = 0; i < cells.rows; i++) {
    const row = descending ? cells.rows - 1 - i : i;
    const day = days[row]!;
    const index = sessionIndexOfDayNumber(day);
    const date = index < 0 ? dateText(day) : sessions[index]!;
    if (index < 0) {
      const reason = whyNoSession(date, day);
      const exchangeHoliday = reason !== null && weekdayOfDayNumber(day) <= 5 && yearOf(date) <= lastYear;
      // Volatility indices are computed on some days on which shares are not traded.
      if (exchangeHoliday && symbol.startsWith('^')) {
        leftOut.push(date);
        continue;
      }
      if (reason !== null)
        throw new InputError(`${date} is no session: ${reason}`, {
          file: cells.file,
          row: cells.line(row),
          field: cells.header[columns.date]!,
        });
    }
    order[dates.length] = row;
    dates.push(date);
  }
  return { order: order.subarray(0, dates.length), sessions: dates, leftOut };
}

/** Before the calendar begins only weekends are known to be none. */
function whyNoSession(date: string, day: number): string | null {
  const weekday = weekdayOfDayNumber(day);
  if (weekday > 5) return `a ${weekdayNames[weekday]}`;
  const year = yearOf(date);
  if (year < firstYear) return null;
  return year > lastYear ? `the calendar ends with ${lastYear}` : whyClosed(date);
}

/**
 * One column by rows. Prices must be above zero; a volume or a split ratio must not be below.
 *
 * @throws InputError at the first cell that is anything else
 */
function column(cells: Cells, columns: Columns, rows: Rows, field: Field): Float64Array | null {
  const at = columns[field];
  if (at === undefined) return null;
  const isPrice = field !== 'volume' && field !== 'split';
  const values = new Float64Array(rows.order.length);
  for (let i = 0; i < values.length; i++) {
    const row = rows.order[i]!;
    const value = cells.number(row, at);
    if (isPrice ? value > 0 : value >= 0) values[i] = value;
    else throw refuse(cells, row, at, value, isPrice);
  }
  return values;
}

function refuse(cells: Cells, row: number, at: number, value: number, isPrice: boolean): InputError {
  const field = cells.header[at]!;
  const what = isPrice ? 'price' : 'number';
  const text = cells.text(row, at);
  const message =
    text === ''
      ? `the ${what} is missing`
      : Number.isNaN(value)
        ? `"${text}" is not a ${what}`
        : `${text} is not a ${what}: it is ${value === 0 ? 'zero' : 'negative'}`;
  return new InputError(message, { file: cells.file, row: cells.line(row), field });
}

/** An index has no volume: files leave it out, blank, or zero throughout. */
function volumeColumn(cells: Cells, columns: Columns, rows: Rows): Float64Array | null {
  const at = columns.volume;
  if (at === undefined || rows.order.every((row) => cells.start(row, at) === cells.end(row, at))) return null;
  const volume = column(cells, columns, rows, 'volume');
  return volume === null || volume.every((traded) => traded === 0) ? null : volume;
}

function refuseHighBelowLow(
  cells: Cells,
  columns: Columns,
  rows: Rows,
  high: Float64Array,
  low: Float64Array,
) {
  const at = high.findIndex((price, i) => price < low[i]!);
  if (at < 0) return;
  throw new InputError(`the high ${high[at]} is below the low ${low[at]}`, {
    file: cells.file,
    row: cells.line(rows.order[at]!),
    field: cells.header[columns.high!]!,
  });
}

const scaled = (prices: Float64Array | null, factors: Float64Array | null): Float64Array | null =>
  prices === null || factors === null ? prices : prices.map((price, i) => price * factors[i]!);

/** The bars of a file, and the rows of it that are none. */
export interface ParsedFile extends ParsedBars {
  readonly irregularities: readonly Irregularity[];
}

/** @throws InputError when a date, a price or the step from one close to the next cannot be right */
export function barsIn(cells: Cells, symbol: string): ParsedFile {
  const columns = findColumns(cells);
  const rows = sessionRows(cells, columns, symbol);
  const read = (field: Field) => column(cells, columns, rows, field);
  const [open, high, low, close] = [read('open'), read('high'), read('low'), read('close')];
  if (high !== null && low !== null) refuseHighBelowLow(cells, columns, rows, high, low);
  const adjusted = read('adjusted');
  const volume = volumeColumn(cells, columns, rows);
  const splits = read('split');

  // yfinance's history is adjusted for dividends in every column, and then has no adjusted close beside them.
  const dividendAdjusted =
    adjusted === null &&
    columns.dividend !== undefined &&
    /splits/i.test(cells.header[columns.split ?? -1] ?? '');
  const factors = close === null || splits === null ? null : splitFactors(close, splits);
  const bars: Bars = dividendAdjusted
    ? {
        symbol,
        sessions: rows.sessions,
        open: null,
        high: null,
        low: null,
        close: null,
        adjusted: close,
        volume,
      }
    : {
        symbol,
        sessions: rows.sessions,
        open: scaled(open, factors),
        high: scaled(high, factors),
        low: scaled(low, factors),
        close: scaled(close, factors),
        adjusted,
        volume: volume === null || factors === null ? volume : volume.map((v, i) => v / factors[i]!),
      };
  refuseSplitJump(cells, columns, rows, bars);
  return {
    bars,
    basis: bars.adjusted === null ? 'price only' : 'adjusted',
    complaints: dividendAdjusted ? [dividendsInEveryPrice] : [],
    irregularities:
      rows.leftOut.length === 0
        ? []
        : [
            {
              code: 'closed-day',
              what: 'a row on a day without a session was left out',
              sessions: rows.leftOut,
            },
          ],
    finality: 'final',
  };
}

function refuseSplitJump(cells: Cells, columns: Columns, rows: Rows, bars: Bars): void {
  const jump = findSplitJump(bars);
  if (jump === null) return;
  const at = columns[jump.column] ?? columns.close!;
  const field = cells.header[at]!;
  throw new InputError(
    `${bars.sessions[jump.row]} ${describeJump(jump)}, and no split explains it`,
    { file: cells.file, row: cells.line(rows.order[jump.row]!), field },
    { hint: 'Download the whole history again, adjusted for splits.' },
  );
}

const dividendsInEveryPrice =
  'every price is adjusted for dividends: returns are total returns, and there are no closes as traded';
