import { formatFigure } from '../../briefing/words/format.ts';
import type { Report } from '../../report/schema.ts';
import { levelsTable, mailPerformanceTable } from './mail-tables.ts';

/** A line of a mail as it is printed, with the figure that it prints; that is absent where it is words. */
export interface PrintedLine {
  readonly text: string;
  readonly figure?: string;
}

/** What stands before a word about the data, by its status. */
export const stripSigns = { fresh: '●', proxy: '◐', stale: '◐', missing: '○' } as const;

/**
 * What a mail prints, by what it is about: key figures, the strip and marks, the cells of the two tables. What two mails
 * print under one name is compared.
 * @param brief without the tables
 */
export function printedLines(report: Report, brief: boolean): ReadonlyMap<string, PrintedLine> {
  const lines = new Map<string, PrintedLine>();
  for (const { label, figure: id } of report.front.keys) {
    const figure = report.figures[id];
    if (figure === undefined) continue;
    const mark = figure.status === 'fresh' || figure.status === 'missing' ? '' : ` (${figure.status})`;
    lines.set(label, { text: `${formatFigure(id, figure)}${mark}`, figure: id });
  }
  for (const { label, status, text } of report.strip)
    lines.set(`Data, ${label}`, { text: `${stripSigns[status]} ${text}` });
  const { simulated, incomplete } = report.marks;
  const marks = [...(simulated ? ['simulated'] : []), ...(incomplete ? ['incomplete'] : []), 'published'];
  lines.set('Marks', { text: marks.join(', ') });
  for (const table of brief ? [] : [mailPerformanceTable(report), levelsTable(report)])
    for (const { label, cells } of table?.rows ?? [])
      cells.forEach(({ text, figure: id }, at) => {
        const figure = id === null ? undefined : report.figures[id];
        // With its unit: a line is read without the title of its table.
        const printed =
          id === null || figure === undefined ? { text } : { text: formatFigure(id, figure), figure: id };
        lines.set(`${label}, ${table?.columns[at] ?? ''}`, printed);
      });
  return lines;
}
