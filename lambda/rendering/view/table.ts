import type { Cell, Report, Table } from '../../briefing/report.ts';
import { formatFigure } from '../../briefing/words/format.ts';
import { sparkline, sparkSize } from '../charts/spark.ts';
import { textWidth } from '../charts/text.ts';
import type { FigureView, PageFigures } from './figures.ts';
import { type SentenceView, sentenceView } from './sentence.ts';

export interface CellView {
  readonly figure: FigureView | null;
  readonly svg: string;
  readonly text: string;
  readonly end: boolean;
}

export interface RowView {
  readonly label: string;
  readonly hint: string;
  readonly emphasis: boolean;
  readonly cells: readonly CellView[];
}

export interface TableView {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Head of the column of row labels; empty where the first column needs none. */
  readonly corner: string;
  readonly columns: readonly { readonly label: string; readonly end: boolean }[];
  readonly span: number;
  readonly groups: readonly { readonly name: string; readonly rows: readonly RowView[] }[];
  readonly notes: readonly SentenceView[];
  /** Why cells are missing or stand-ins, each reason once. */
  readonly reasons: readonly string[];
}

/** A table for the page: rows under their groups' headings, figures rounded and linked, reasons gathered below. */
export function tableView(table: Table, report: Report, figures: PageFigures): TableView {
  const cells = table.rows[0]?.cells.length ?? 0;
  const heads = table.columns.slice(table.columns.length - cells);
  const ends = heads.map((column) => column.align === 'end');
  const groups = new Map<string, RowView[]>();
  for (const row of table.rows) {
    const name = row.group ?? '';
    const rows = groups.get(name) ?? [];
    groups.set(name, rows);
    rows.push({
      label: row.label,
      hint: row.hint ?? '',
      emphasis: row.emphasis ?? false,
      cells: row.cells.map((cell, index) => cellView(cell, ends[index] ?? true, report, figures)),
    });
  }
  return {
    id: table.id,
    title: table.title,
    subtitle: table.subtitle ?? '',
    corner: table.columns.length > cells ? (table.columns[0]?.label ?? '') : '',
    columns: heads.map((column, index) => ({ label: column.label, end: ends[index] ?? true })),
    span: cells + 1,
    groups: [...groups].map(([name, rows]) => ({ name, rows })),
    notes: table.notes.map((note) => sentenceView(note, figures)),
    reasons: reasons(table, report),
  };
}

function cellView(cell: Cell, end: boolean, report: Report, figures: PageFigures): CellView {
  if ('figure' in cell) return { figure: figures.view(cell.figure), svg: '', text: '', end };
  if ('text' in cell) return { figure: null, svg: '', text: cell.text, end };
  const series = report.series[cell.spark];
  if (series === undefined) throw new Error(`the report has no series ${cell.spark}`);
  return { figure: null, svg: sparkline(series.values, cell.alt), text: '', end };
}

function reasons(table: Table, report: Report): string[] {
  const found = new Map<string, Set<string>>();
  for (const row of table.rows) {
    for (const cell of row.cells) {
      const figure = 'figure' in cell ? report.figures[cell.figure] : undefined;
      if (figure === undefined || figure.reason === undefined) continue;
      const what = figure.status === 'missing' ? 'n/a' : figure.status;
      const key = `${what}: ${figure.reason}`;
      found.set(key, (found.get(key) ?? new Set()).add(row.label));
    }
  }
  return [...found].map(([reason, rows]) =>
    rows.size < table.rows.length && rows.size <= 4 ? `${[...rows].join(', ')} ${reason}` : reason,
  );
}

/** Estimated width of the table in pixels at the page's size of text, to decide how much of a row it takes. */
export function tableWidth(table: Table, report: Report): number {
  const size = 13;
  const labels = table.rows.map((row) => Math.max(textWidth(row.label, size), textWidth(row.hint ?? '', 11)));
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
  return figure === undefined ? 0 : textWidth(formatFigure(cell.figure, figure), size);
}
