import { formatFigure } from '../../briefing/words/format.ts';
import type { Cell, Report, Table } from '../../report/schema.ts';
import { sparkSize } from '../charts/spark.ts';
import { textWidth } from '../charts/text.ts';

/** Of the letter of a footnote after a number, or after the row's label where several of its numbers have it. */
const markWidth = 12;

/** Hints wrap beyond this width. */
const hintWidth = 170;

const size = 13;
const headSize = 11;

/** Estimated width of the table in pixels at the page's size of text, to decide how much of a row it takes. */
export function tableWidth(table: Table, report: Report): number {
  const marked = table.rows.map((row) => row.cells.map((cell) => isMarked(cell, report)));
  const shared = marked.map((cells) => cells.filter((mark) => mark === true).length > 1);
  const labels = table.rows.map(
    (row, index) =>
      Math.max(textWidth(row.label, size), Math.min(hintWidth, textWidth(row.hint ?? '', headSize))) +
      (shared[index] === true ? markWidth : 0),
  );
  const count = table.rows[0]?.cells.length ?? 0;
  const heads = table.columns.slice(table.columns.length - count);
  const columns = Array.from({ length: count }, (_, column) =>
    Math.max(
      headWidth(heads[column]?.label ?? ''),
      ...table.rows.map((row, index) => {
        const mark = marked[index]?.[column] === true && shared[index] === false ? markWidth : 0;
        return cellWidth(row.cells[column], report) + mark;
      }),
    ),
  );
  return Math.max(0, ...labels) + columns.reduce((sum, width) => sum + width + 12, 0);
}

/** A head may take two lines, its words whole. */
function headWidth(label: string): number {
  const words = label.split(' ').map((word) => textWidth(word, headSize));
  return Math.max(...words, textWidth(label, headSize) / 2);
}

/** Whether a figure is a proxy or stale; null for a cell that is none. */
function isMarked(cell: Cell, report: Report): boolean | null {
  const figure = 'figure' in cell ? report.figures[cell.figure] : undefined;
  return figure === undefined ? null : figure.status === 'proxy' || figure.status === 'stale';
}

function cellWidth(cell: Cell | undefined, report: Report): number {
  if (cell === undefined) return 0;
  if ('text' in cell) return Math.min(textWidth(cell.text, size), 160);
  if ('spark' in cell) return sparkSize.width;
  const figure = report.figures[cell.figure];
  return figure === undefined ? 0 : textWidth(formatFigure(cell.figure, figure), size);
}
