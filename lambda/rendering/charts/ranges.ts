import type { Amount } from './amount.ts';
import { labelColumn, layRows } from './rows.ts';
import { type Caption, dot, line, rect, svg, svgText } from './svg.ts';
import { type TickFormat, valueAxis } from './ticks.ts';

export interface RangesData extends Caption {
  readonly rows: readonly {
    readonly label: string;
    readonly low: Amount;
    readonly middle: Amount;
    readonly high: Amount;
    /** Today's value, or null where the row has none. */
    readonly now: Amount | null;
  }[];
  readonly tick: TickFormat;
}

/** A bar from low to high, a line at the median and a dot for today, one a row; the numbers are next to them. */
export function rangesChart(data: RangesData, width: number): string {
  const amounts = data.rows.flatMap((row) => [row.low, row.middle, row.high, row.now]);
  const axis = valueAxis([[0], amounts.map((amount) => amount?.value ?? null)], 4, 0.04);
  const column = (
    head: string,
    pick: (row: RangesData['rows'][number]) => Amount | null,
    strong = false,
  ) => ({
    head,
    strong,
    cells: data.rows.map((row) => pick(row)?.text ?? ''),
  });
  const middle = column('median', (row) => row.middle, true);
  const columns =
    width >= 480 ? [column('low', (row) => row.low), middle, column('high', (row) => row.high)] : [middle];
  if (data.rows.some((row) => row.now !== null)) columns.push(column('now', (row) => row.now));
  const labels = labelColumn(data.rows.map((row) => row.label));
  const rows = layRows(width, data.rows.length, 25, Math.min(labels, width * 0.3), axis, data.tick, columns);
  const marks = [...rows.marks];
  data.rows.forEach((row, index) => {
    const y = rows.y(index);
    marks.push(svgText(0, y + 4, row.label, 'label'));
    if (row.low.value !== null && row.high.value !== null) {
      const [from, to] = [rows.x(row.low.value), rows.x(row.high.value)];
      marks.push(rect(Math.min(from, to), y - 5, Math.abs(to - from), 10, 'range'));
    }
    if (row.middle.value !== null) {
      const at = rows.x(row.middle.value);
      marks.push(line(at, y - 8, at, y + 8, 'sum'));
    }
    if (row.now !== null && row.now.value !== null)
      marks.push(dot(rows.x(row.now.value), y, 4, 'dot accent ringed'));
  });
  return svg(data, width, rows.height, marks);
}
