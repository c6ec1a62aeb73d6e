import { formatFigure } from '../../briefing/words/format.ts';
import { forReaders } from '../../briefing/words/idiom.ts';
import { publishedReasons } from '../../briefing/words/published-reasons.ts';
import { reasonText } from '../../briefing/words/reasons.ts';
import type { Cell, Report, Table } from '../../report/schema.ts';
import { sparkline } from '../charts/spark.ts';
import type { FigureView, PageFigures } from './figures.ts';
import { isLong, isSetSmaller } from './layout.ts';
import { isLedger } from './ledger-on-paper.ts';
import { type SentenceView, sentenceView } from './sentence.ts';
import { tableReasons } from './table-reasons.ts';

export interface CellView {
  readonly figure: FigureView | null;
  readonly svg: string;
  readonly text: string;
  /** Classes of a cell that is no number: `s` at its start, `w` may break. */
  readonly classes: string;
}

export interface RowView {
  readonly label: string;
  readonly hint: string;
  readonly emphasis: boolean;
  /** The letter of a footnote that several figures of the row have, and no other: once, after the label. */
  readonly mark: string;
  readonly cells: readonly CellView[];
}

export interface TableView {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Head of the column of row labels; empty where the first column needs none. */
  readonly corner: string;
  readonly columns: readonly { readonly label: string; readonly classes: string }[];
  /** Columns in all, row labels included. */
  readonly across: number;
  /** So many rows that it may go on over a sheet's end, between its groups. */
  readonly tall: boolean;
  /** So many rows that it is set in two columns of its own and may go on anywhere. */
  readonly long: boolean;
  readonly groups: readonly { readonly name: string; readonly rows: readonly RowView[] }[];
  readonly notes: readonly SentenceView[];
  /** Why cells are missing, each reason once. */
  readonly reasons: readonly string[];
}

/** Rows, headings of groups among them, that fit on what is left of most sheets. */
const tallTable = 15;

/** Letters of a head that fits one line. */
const shortHead = 10;

/** A table for the page: rows under their groups' headings, figures rounded and linked, reasons gathered below. */
export function tableView(table: Table, report: Report, figures: PageFigures): TableView {
  const cells = table.rows[0]?.cells.length ?? 0;
  const heads = table.columns.slice(table.columns.length - cells);
  const ends = heads.map((column) => column.align === 'end');
  const explainsItself = isLedger(table);
  const groups = new Map<string, RowView[]>();
  for (const row of table.rows) {
    const name = row.group ?? '';
    const rows = groups.get(name) ?? [];
    groups.set(name, rows);
    const views = row.cells.map((cell, index) => cellView(cell, ends[index] ?? true, report, figures));
    const mark = sharedMark(views);
    rows.push({
      label: row.label,
      hint: explainsItself ? hintWithReason(row, report) : (row.hint ?? ''),
      emphasis: row.emphasis ?? false,
      mark,
      cells: mark === '' ? views : views.map(unmarked),
    });
  }
  return {
    id: table.id,
    title: table.title,
    subtitle: table.subtitle ?? '',
    corner: table.columns.length > cells ? (table.columns[0]?.label ?? '') : '',
    columns: heads.map(({ label }, index) => ({
      label,
      classes: classesOf(ends[index] ?? true, label.length <= shortHead),
    })),
    across: cells + 1,
    tall: table.rows.length + (groups.size > 1 ? groups.size : 0) > tallTable,
    long: isLong(table, report),
    groups: [...groups].map(([name, rows]) => ({ name, rows })),
    notes: table.notes.map((note) => sentenceView(note, figures)),
    reasons: isSetSmaller(table) || explainsItself ? [] : tableReasons(table, report),
  };
}

/** The words of a row, and behind them why its first figure is missing; what the edition says of it, they say. */
function hintWithReason({ hint = '', cells: [cell] }: Table['rows'][number], report: Report): string {
  const figure = cell !== undefined && 'figure' in cell ? report.figures[cell.figure] : undefined;
  if (figure?.status !== 'missing' || figure.reason === undefined) return hint;
  const idiom = forReaders(report.names ?? {});
  const reasons = publishedReasons(report, figure.reason).filter(({ code }) => code !== 'edition-says');
  const why = [...new Set(reasons.map((reason) => reasonText(reason, idiom)))].join('; ');
  if (why === '') return hint;
  return `${hint} ${why.charAt(0).toUpperCase()}${why.slice(1)}.`.trim();
}

function cellView(cell: Cell, end: boolean, report: Report, figures: PageFigures): CellView {
  const classes = classesOf(end, !('text' in cell) || cell.text.length <= 18);
  if ('figure' in cell) return { figure: figureOf(cell, figures), svg: '', text: '', classes };
  if ('text' in cell) return { figure: null, svg: '', text: cell.text, classes };
  const series = report.series[cell.spark];
  if (series === undefined) throw new Error(`the report has no series ${cell.spark}`);
  return { figure: null, svg: sparkline(series.values, cell.alt), text: '', classes };
}

/** A figure as its cell shows it: a width with the sign of the side that the cell is about. */
function figureOf({ figure, side }: Extract<Cell, { figure: string }>, figures: PageFigures): FigureView {
  const width = figures.get(figure);
  if (side === undefined || typeof width.value !== 'number') return figures.view(figure);
  const value = side === '−' ? -width.value : width.value;
  const text = formatFigure(figure, { ...width, value }, 'always');
  return figures.view(figure, text);
}

/** Most cells are numbers, at their column's end and never broken: only the others are marked. */
function classesOf(end: boolean, short: boolean): string {
  return [...(end ? [] : ['s']), ...(short ? [] : ['w'])].join(' ');
}

function sharedMark(cells: readonly CellView[]): string {
  const marks = cells.map(({ figure }) => figure?.mark ?? '').filter((mark) => mark !== '');
  const [mark = ''] = marks;
  return marks.length > 1 && marks.every((other) => other === mark) ? mark : '';
}

function unmarked(cell: CellView): CellView {
  return cell.figure === null ? cell : { ...cell, figure: { ...cell.figure, mark: '' } };
}
