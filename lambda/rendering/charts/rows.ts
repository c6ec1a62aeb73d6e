import { scaleLinear } from 'd3-scale';
import { fontSize, line, type Mark, svgText } from './svg.ts';
import { textWidth } from './text.ts';
import type { TickFormat, ValueAxis } from './ticks.ts';

/** Columns of numbers at the right edge of a chart of rows, one head and as many cells as there are rows. */
export interface NumberColumn {
  readonly head: string;
  readonly cells: readonly string[];
  readonly strong?: boolean;
}

/** Positions in a chart of horizontal rows: labels left, marks in the middle, numbers right. */
export interface RowLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Centre of a row. */
  readonly y: (row: number) => number;
  /** Place of a value. */
  readonly x: (value: number) => number;
  readonly height: number;
  /** Grid, zero line, tick labels and columns. */
  readonly marks: readonly Mark[];
}

/** Lays out `count` rows over a value axis, with the columns of numbers at the right, below what is `above` them. */
export function layRows(
  width: number,
  count: number,
  rowHeight: number,
  labelWidth: number,
  axis: ValueAxis,
  tick: TickFormat,
  columns: readonly NumberColumn[],
  above = 0,
): RowLayout {
  const heads = columns.some((column) => column.head !== '');
  const top = above + (heads ? 20 : 4);
  const bottom = top + count * rowHeight;
  const left = labelWidth + 10;
  const widths = columns.map(
    (column) =>
      Math.max(
        textWidth(column.head, fontSize.axis),
        ...column.cells.map((cell) => textWidth(cell, fontSize.label)),
      ) + 14,
  );
  const right = width - widths.reduce((sum, one) => sum + one, 0) - 2;
  const scale = scaleLinear([axis.low, axis.high], [left, right]);
  const y = (row: number) => top + (row + 0.5) * rowHeight;
  const marks: Mark[] = [];
  let taken = Number.NEGATIVE_INFINITY;
  for (const value of axis.ticks) {
    const label = tick(value, axis.step);
    const half = textWidth(label, fontSize.axis) / 2;
    marks.push(line(scale(value), top, scale(value), bottom, value === 0 ? 'axis' : 'grid'));
    if (scale(value) - half < taken + 6) continue;
    taken = scale(value) + half;
    marks.push(svgText(scale(value), bottom + 15, label, 'tick', 'middle'));
  }
  let edge = width;
  for (let index = columns.length - 1; index >= 0; index--) {
    const column = columns[index];
    if (column === undefined) continue;
    if (column.head !== '') marks.push(svgText(edge, above + 10, column.head, 'tick', 'end'));
    column.cells.forEach((cell, row) => {
      marks.push(svgText(edge, y(row) + 4, cell, column.strong === true ? 'value strong' : 'value', 'end'));
    });
    edge -= widths[index] ?? 0;
  }
  return { left, right, top, bottom, y, x: (value) => scale(value), height: bottom + 22, marks };
}

export function labelColumn(labels: readonly string[], size: number = fontSize.label): number {
  return Math.max(0, ...labels.map((label) => textWidth(label, size)));
}
