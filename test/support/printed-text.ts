import { formatFigure } from '../../lambda/briefing/words/format.ts';
import { changeSentences } from '../../lambda/report/changes.ts';
import { plainText } from '../../lambda/report/plain-text.ts';
import type { Block, Cell, Chart, Report } from '../../lambda/report/schema.ts';
import { plainSpaces } from './hand-made-book.ts';

/** Whatever a report prints, as lines of text in the order of the page: each sentence, cell and chart once. */
export function printedText(report: Report): string {
  const { session, marks, strip, front, sections } = report;
  const lines = [
    `# ${session}: ${plainText(front.verdict)}`,
    ...(marks.simulated ? ['SIMULATED DATA'] : []),
    ...(marks.incomplete ? [`INCOMPLETE: ${marks.incompleteBecause.join('; ')}`] : []),
    strip.map(({ label, text, status }) => `${label} ${text} (${status})`).join(' · '),
    ...front.notices.map(plainText),
    ...front.supporting.map(plainText),
    `Since ${front.changes.since}:`,
    ...changeSentences(report).map((item) => `- ${plainText(item)}`),
    ...front.keys.map(
      ({ label, figure, below }) =>
        `${label}: ${printedValue(report, figure)}${below === undefined ? '' : ` / ${plainText(below)}`}`,
    ),
    ...front.blocks.flatMap((block) => blockLines(report, block)),
    ...sections.flatMap(({ title, status, state, lead, blocks }) => [
      '',
      `## ${title} (${state ?? status})`,
      ...(lead === undefined ? [] : [plainText(lead)]),
      ...blocks.flatMap((block) => blockLines(report, block)),
    ]),
  ];
  return `${plainSpaces(lines.join('\n'))}\n`;
}

function blockLines(report: Report, block: Block): string[] {
  const head = block.title === undefined ? [''] : ['', `### ${block.title}`];
  switch (block.kind) {
    case 'prose':
      return [...head, ...block.sentences.map(plainText)];
    case 'absence':
      return [...head, block.reason];
    case 'chart':
      return [...head, block.subtitle, block.alt, ...labelsOf(block)];
    case 'table':
      return [
        ...head,
        ...(block.subtitle === undefined ? [] : [block.subtitle]),
        `| ${block.columns.map(({ label }) => label).join(' | ')}`,
        ...block.rows.map(({ group, label, hint, cells }) =>
          [
            [group, label, hint].filter((part) => part !== undefined).join(', '),
            ...cells.map((cell) => cellText(report, cell)),
          ].join(' | '),
        ),
        ...block.notes.map(plainText),
      ];
  }
}

/** What is written at the lines of a chart; the rest of a chart is figures that its text alternative names. */
function labelsOf(chart: Chart): string[] {
  if (chart.type !== 'lines' && chart.type !== 'levels') return [];
  const lines = chart.type === 'lines' ? chart.lines : [chart.line];
  return [`at its lines: ${lines.map(({ label }) => label).join(', ')}`];
}

function cellText(report: Report, cell: Cell): string {
  if ('text' in cell) return cell.text;
  return 'spark' in cell ? '~' : printedValue(report, cell.figure);
}

/** A figure as it is printed, and its mark. */
function printedValue({ figures }: Report, id: string): string {
  const figure = figures[id];
  if (figure === undefined) throw new Error(`the page names ${id}, and the report has no such figure`);
  const mark = figure.status === 'stale' || figure.status === 'proxy' ? ` ${figure.status}` : '';
  return `${formatFigure(id, figure)}${mark}`;
}
