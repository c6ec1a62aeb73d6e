import type { Amount } from './amount.ts';
import { labelColumn, layRows, type NumberColumn } from './rows.ts';
import { type Caption, fontSize, line, type Mark, type Role, rect, svg, svgText } from './svg.ts';
import { textWidth } from './text.ts';
import { type TickFormat, valueAxis } from './ticks.ts';

export interface StackedData extends Caption {
  readonly parts: readonly { readonly label: string; readonly role: Role }[];
  readonly groups: readonly {
    readonly label: string;
    readonly amounts: readonly Amount[];
    readonly total: Amount;
  }[];
  readonly tick: TickFormat;
}

/**
 * Signed bars in parts, one a row: what adds is right of zero, what takes away left; a black mark is their sum.
 * The numbers are next to them, all parts where the chart is wide and the sum alone where it is narrow.
 */
export function stackedChart(data: StackedData, width: number): string {
  const sides = data.groups.flatMap((group) => {
    const values = group.amounts.map((amount) => amount.value ?? 0);
    return [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))];
  });
  const axis = valueAxis([[0], sides, data.groups.map((group) => group.total.value)], 4, 0.03);
  const total: NumberColumn = {
    head: 'total',
    cells: data.groups.map((group) => group.total.text),
    strong: true,
  };
  const parts = data.parts.map((part, index) => ({
    head: part.label,
    cells: data.groups.map((group) => group.amounts[index]?.text ?? ''),
  }));
  const columns = width >= 480 ? [...parts, total] : [total];
  const labels = labelColumn(data.groups.map((group) => group.label));
  const keyHeight = 22;
  const rows = layRows(
    width,
    data.groups.length,
    27,
    Math.min(labels, width * 0.3),
    axis,
    data.tick,
    columns,
    keyHeight,
  );

  const marks: Mark[] = [...rows.marks];
  let at = 0;
  for (const part of data.parts) {
    marks.push(rect(at, 2, 10, 10, `bar ${part.role}`), svgText(at + 15, 11, part.label, 'label'));
    at += textWidth(part.label, fontSize.label) + 31;
  }
  marks.push(line(at + 3, 1, at + 3, 13, 'sum'), svgText(at + 10, 11, 'total', 'label'));

  data.groups.forEach((group, row) => {
    const y = rows.y(row);
    marks.push(svgText(0, y + 4, group.label, 'label'));
    const edges = { plus: 0, minus: 0 };
    group.amounts.forEach(({ value }, index) => {
      if (value === null || !Number.isFinite(value)) return;
      const side = value < 0 ? 'minus' : 'plus';
      const from = rows.x(edges[side]);
      edges[side] += value;
      const to = rows.x(edges[side]);
      marks.push(
        rect(Math.min(from, to), y - 7, Math.abs(to - from), 14, `bar ${data.parts[index]?.role ?? 'plain'}`),
      );
    });
    const { value } = group.total;
    if (value !== null && Number.isFinite(value)) {
      marks.push(line(rows.x(value), y - 10, rows.x(value), y + 10, 'sum'));
    }
  });
  return svg(data, width, rows.height, marks);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
