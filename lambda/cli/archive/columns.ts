import { widthOf } from '../terminal.ts';

/** How a column is set, and whether it may be cut where there is no room. */
export interface TerminalColumn {
  readonly title: string;
  readonly align?: 'end';
  readonly cut?: true;
}

/** Rows under their titles within a given number of columns of a terminal: the column that may be cut gives way, with `…`. */
export function columnsIn(
  columns: readonly TerminalColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ''))));
  const over = widths.reduce((sum, one) => sum + one, 2 * (widths.length - 1)) - width;
  const cut = columns.findIndex((column) => column.cut);
  if (over > 0 && cut >= 0) widths[cut] = Math.max(8, (widths[cut] ?? 0) - over);
  return all.map((row) =>
    columns
      .map(({ align }, at) => {
        const text = shortened(row[at] ?? '', widths[at] ?? 0);
        const space = ' '.repeat((widths[at] ?? 0) - widthOf(text));
        return align === 'end' ? space + text : text + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

const shortened = (text: string, width: number): string =>
  widthOf(text) <= width ? text : `${text.slice(0, width - 1)}…`;
