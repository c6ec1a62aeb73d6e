import { labelColumn, layRows } from './rows.ts';
import { type Caption, fontSize, line, type Role, rect, svg, svgText } from './svg.ts';
import { type TickFormat, valueAxis } from './ticks.ts';

export interface BarsData extends Caption {
  readonly bars: readonly {
    readonly label: string;
    /** Below the label: a component's weight. */
    readonly note: string;
    readonly value: number | null;
    /** The value in words. */
    readonly text: string;
    readonly role: Role;
  }[];
  /** Bars are cut at this range, with a mark where they are. */
  readonly range: readonly [number, number] | null;
  readonly tick: TickFormat;
}

/** Signed horizontal bars from a zero line, one a row, the value in a column at the right. */
export function barsChart(data: BarsData, width: number): string {
  const notes = data.bars.some((bar) => bar.note !== '');
  const rowHeight = notes ? 34 : 20;
  const axis =
    data.range === null
      ? valueAxis([[0], data.bars.map((bar) => bar.value)], 4, 0.02)
      : { ...valueAxis([data.range], 4, 0), low: data.range[0], high: data.range[1] };
  const labels = Math.max(
    labelColumn(data.bars.map((bar) => bar.label)),
    labelColumn(
      data.bars.map((bar) => bar.note),
      fontSize.axis,
    ),
  );
  const column = { head: '', cells: data.bars.map((bar) => bar.text), strong: true };
  const rows = layRows(width, data.bars.length, rowHeight, Math.min(labels, width * 0.42), axis, data.tick, [
    column,
  ]);
  const marks = [...rows.marks];
  const zero = rows.x(Math.min(Math.max(0, axis.low), axis.high));
  data.bars.forEach((bar, row) => {
    const y = rows.y(row);
    if (bar.note === '') marks.push(svgText(0, y + 4, bar.label, 'label'));
    else marks.push(svgText(0, y - 3, bar.label, 'label'), svgText(0, y + 12, bar.note, 'tick'));
    if (bar.value === null || !Number.isFinite(bar.value)) return;
    const cut = Math.min(Math.max(bar.value, axis.low), axis.high);
    const end = rows.x(cut);
    marks.push(rect(Math.min(zero, end), y - 6, Math.abs(end - zero), 12, `bar ${bar.role}`));
    if (cut === bar.value) return;
    const side = Math.sign(bar.value);
    for (const step of [5, 9])
      marks.push(line(end - side * step, y + 8, end - side * (step - 3), y - 8, 'cut'));
  });
  marks.push(line(zero, rows.top, zero, rows.bottom, 'axis'));
  return svg(data, width, rows.height, marks);
}
