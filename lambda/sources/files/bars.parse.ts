import { InputError } from '../../errors.ts';
import type { Bars } from '../../series/bars.ts';
import type { Cells } from '../parsing/cells.ts';
import type { Columns } from '../parsing/columns.ts';
import { heldAgainst } from '../parsing/held-against.ts';
import type { Irregularity } from '../parsing/irregularities.ts';
import type { ParsedBars } from '../parsing/parsed.ts';
import { describeJump, findSplitJump } from '../parsing/split-jump.ts';
import { basedBars } from './basis.parse.ts';
import type { FileAbout } from './file-about.parse.ts';
import { layoutOf } from './layouts/index.parse.ts';
import { readPrices } from './prices.parse.ts';
import { type BarRows, barRows } from './rows.parse.ts';
import { checkSymbolColumn } from './symbol-column.parse.ts';

/** The bars of a file, and the rows of it that are none. */
export interface ParsedFile extends ParsedBars {
  readonly irregularities: readonly Irregularity[];
}

/** @throws InputError when a symbol, a date, a price or the step from one close to the next cannot be right */
export function barsIn(cells: Cells, { series: symbol, writtenAt, inCents = true }: FileAbout): ParsedFile {
  const layout = layoutOf(cells, symbol);
  if (cells.rows === layout.headRows) throw new InputError('has a header and no rows', { file: cells.file });
  checkSymbolColumn(cells, layout, symbol);
  const rows = barRows(cells, layout, symbol, writtenAt);
  if (rows.sessions.length === 0)
    throw new InputError(rows.leftOut.at(-1)?.what ?? 'has no row of a session', { file: cells.file });
  const prices = readPrices(cells, layout.columns, rows);
  const based = basedBars(symbol, rows, prices, inCents && !symbol.startsWith('^'));
  refuseSplitJump(cells, layout.columns, rows, based.bars);
  const { bars, irregularities } = heldAgainst(based.bars, based.dividends, based.gains);
  return {
    bars,
    basis: bars.adjusted === null ? 'price only' : 'adjusted',
    complaints: [...rows.complaints, ...prices.complaints, ...based.complaints],
    irregularities: [...rows.leftOut, ...irregularities],
    finality: 'final',
  };
}

function refuseSplitJump(cells: Cells, columns: Columns, { order }: BarRows, bars: Bars): void {
  const jump = findSplitJump(bars);
  if (jump === null) return;
  const at = columns[jump.column] ?? columns.close!;
  throw new InputError(
    `${bars.sessions[jump.row]} ${describeJump(jump)}, and no split explains it`,
    { file: cells.file, row: cells.line(order[jump.row]!), field: cells.header[at]! },
    { hint: 'Download the whole history again, adjusted for splits.' },
  );
}
