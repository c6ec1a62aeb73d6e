import { formatFigure, formatNumber, formatOf, isBelowZero } from '../../briefing/words/format.ts';
import type { Block, Figure, Report, Table } from '../../report/schema.ts';

/** A cell as it is printed, and the figure in it; null where it is words, or empty. */
export interface MailCell {
  readonly text: string;
  readonly negative: boolean;
  readonly figure: string | null;
}

export interface MailTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly strong: boolean;
    readonly cells: readonly MailCell[];
  }[];
}

const empty: MailCell = { text: '', negative: false, figure: null };

/** Windows that a phone has room for: five columns are wider than 360 pixels. */
const windows = ['1d', '5d', '21d', 'ytd'] as const;

/** The front page's returns, over four windows; rows with a value only, excess returns without the unit in the cell. */
export function mailPerformanceTable(report: Report): MailTable | null {
  const table = tableOf(report.front.blocks, 'performance');
  if (table === null) return null;
  const rows = table.rows.flatMap(({ label, emphasis = false, cells }) => {
    const ids = windows.map((window) => idOf(cells, (id) => id.endsWith(`.${window}`)));
    const shown = ids.map((id) => (id === null ? null : (report.figures[id] ?? null)));
    if (shown.every((figure) => figure === null || figure.value === null)) return [];
    return [
      {
        label,
        strong: emphasis || label === report.edition.fund,
        cells: ids.map((id, at) => cell(id, shown[at] ?? null)),
      },
    ];
  });
  return rows.length === 0
    ? null
    : { title: 'Performance: total return, excess in points', columns: [...windows], rows };
}

function cell(id: string | null, figure: Figure | null): MailCell {
  if (id === null || figure === null) return empty;
  const { value, unit } = figure;
  if (typeof value !== 'number') return { text: formatFigure(id, figure), negative: false, figure: id };
  const format = formatOf(id, unit);
  const text =
    format.as === 'points' ? formatNumber(value, format.decimals, format.sign, 2) : formatFigure(id, figure);
  return { text, negative: isBelowZero(text), figure: id };
}

/** Levels each side of the close that are shown. */
const nearest = 2;

/** The levels next to the close, two above and two below, and the 200-session average wherever it lies. */
export function levelsTable(report: Report): MailTable | null {
  const blocks = report.sections.flatMap((section) => section.blocks);
  const table = tableOf(blocks, 'levels.ladder');
  const close = table?.rows.findIndex(({ emphasis }) => emphasis === true) ?? -1;
  if (table === null || close < 0) return null;
  const chosen = table.rows.filter(
    ({ cells }, at) =>
      Math.abs(at - close) <= nearest || idOf(cells, (id) => /^sma\.[^.]+\.200$/.test(id)) !== null,
  );
  return {
    title: table.title,
    columns: table.columns.map(({ label }) => label),
    rows: chosen.map(({ label, emphasis = false, cells }) => ({
      label,
      strong: emphasis,
      cells: cells.map((one) => {
        if ('text' in one) return { ...empty, text: one.text };
        if (!('figure' in one)) return empty;
        return cell(one.figure, report.figures[one.figure] ?? null);
      }),
    })),
  };
}

function tableOf(blocks: readonly Block[], id: string): Table | null {
  const block = blocks.find((one) => one.id === id);
  return block?.kind === 'table' ? block : null;
}

function idOf(cells: Table['rows'][number]['cells'], is: (id: string) => boolean): string | null {
  const found = cells.find((one) => 'figure' in one && is(one.figure));
  return found !== undefined && 'figure' in found ? found.figure : null;
}
