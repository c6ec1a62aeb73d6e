import type { MailView } from './mail.ts';
import type { TextRun } from './mail-runs.ts';
import type { MailTable } from './mail-tables.ts';

/** Letters of a line, as plain mail is read on a terminal and quoted in an answer. */
const width = 72;

/** The plain part of a mail: the same in the same order, wrapped, numbers in columns, links on lines of their own. */
export function mailText(view: MailView): string {
  const parts: (readonly string[])[] = [
    [`${view.name}`, [view.date, view.revision].filter((part) => part !== '').join(', ')],
    stripText(view.strip),
    ...view.warnings.map(({ name, text }) => wrap(`${name}: ${text}`)),
    ...(view.correction === null
      ? []
      : [
          [
            ...wrap(view.correction.title),
            ...view.correction.items.flatMap((item) => listed(item)),
            ...wrap(view.correction.verdict),
          ],
        ]),
    wrap(view.verdict),
    ...view.supporting.map((runs) => wrap(joined(runs))),
    columns(view.keys.map(({ label, value, notes }) => [label, value, notes])),
    view.changes.length === 0
      ? [`Since ${view.since}: nothing material changed.`]
      : [`Since ${view.since}`, ...view.changes.flatMap((item) => listed(item))],
    ...(view.next === null ? [] : [[view.next.title, ...wrap(view.next.sentences.map(joined).join(' '))]]),
    ...[view.returns, view.levels].flatMap((table) => (table === null ? [] : [tableText(table)])),
    ...view.images.map(({ title, alt }) => [...wrap(title), ...wrap(alt)]),
    ...(view.page === null ? [] : [['The whole briefing:', view.page]]),
    ...(view.pdfPage === null ? [] : [['The PDF:', view.pdfPage]]),
    ...(view.attached === '' ? [] : [[`${view.attached}.`]]),
    ['-- '],
    ...view.footer.map(({ text, link }) => [...wrap(text), ...(link === null ? [] : [link.page])]),
    ...(view.unsubscribe === null ? [] : [['No more of these mails:', view.unsubscribe]]),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What the data are, each with its sign on one line. */
const stripText = (strip: MailView['strip']): string[] => {
  const joint = '\u{e000}';
  const items = strip.map(({ sign, text }) => `${sign} ${text}`.replaceAll(' ', joint));
  return wrap(items.join('  ')).map((line) => line.replaceAll(joint, ' '));
};

const joined = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('');

/** A sentence in lines; a number and its unit stay together, since only plain spaces are broken at. */
function wrap(text: string, indent = '', first = indent): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.length > indent.length && line.length + word.length + 1 > width) {
      lines.push(line.trimEnd());
      line = indent + word;
    } else line += line.length === 0 || line === first ? word : ` ${word}`;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

const listed = (item: string): string[] => wrap(item, '  ', '- ');

/** Rows with their first cell at the left and numbers at the right of their columns. */
function tableText({ title, columns: heads, rows }: MailTable): string[] {
  const label = Math.max(...rows.map((row) => row.label.length));
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...rows.map(({ cells }) => cells[at]?.text.length ?? 0)),
  );
  const lineOf = (first: string, cells: readonly string[]) =>
    `${first.padEnd(label)}${cells.map((text, at) => `  ${text.padStart(widths[at] ?? 0)}`).join('')}`.trimEnd();
  return [
    ...wrap(title),
    lineOf('', heads),
    ...rows.map((row) =>
      lineOf(
        row.label,
        row.cells.map(({ text }) => text),
      ),
    ),
  ];
}

/** A label, its value, and what is below it; that on a line of its own where it does not fit. */
function columns(rows: readonly (readonly [string, string, string])[]): string[] {
  const [first, second] = [0, 1].map((at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows.flatMap(([label, value, below]) => {
    const head = `${label.padEnd(first ?? 0)}  ${value}`;
    const line = `${label.padEnd(first ?? 0)}  ${value.padEnd(second ?? 0)}  ${below}`.trimEnd();
    if (below === '') return [head];
    return line.length <= width ? [line] : [head, ...wrap(below, '    ')];
  });
}
