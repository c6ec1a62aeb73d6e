import type { Cell, Report, Table } from '../../briefing/report.ts';
import { formatFigure } from '../../briefing/words/format.ts';
import { sparkSize } from '../charts/spark.ts';
import { textWidth } from '../charts/text.ts';

/** Of `proxy` or `stale` beside a number. */
const markWidth = 30;

/** Hints wrap beyond this width. */
const hintWidth = 170;

/** Estimated width of the table in pixels at the page's size of text, to decide how much of a row it takes. */
export function tableWidth(table: Table, report: Report): number {
  const size = 13;
  const labels = table.rows.map((row) =>
    Math.max(textWidth(row.label, size), Math.min(hintWidth, textWidth(row.hint ?? '', 11))),
  );
  const count = table.rows[0]?.cells.length ?? 0;
  const heads = table.columns.slice(table.columns.length - count);
  const columns = Array.from({ length: count }, (_, index) =>
    Math.max(
      textWidth(heads[index]?.label ?? '', 11),
      ...table.rows.map((row) => cellWidth(row.cells[index], report, size)),
    ),
  );
  return Math.max(0, ...labels) + columns.reduce((sum, width) => sum + width + 12, 0);
}

function cellWidth(cell: Cell | undefined, report: Report, size: number): number {
  if (cell === undefined) return 0;
  if ('text' in cell) return Math.min(textWidth(cell.text, size), 160);
  if ('spark' in cell) return sparkSize.width;
  const figure = report.figures[cell.figure];
  if (figure === undefined) return 0;
  const mark = figure.status === 'proxy' || figure.status === 'stale' ? markWidth : 0;
  return textWidth(formatFigure(cell.figure, figure), size) + mark;
}
