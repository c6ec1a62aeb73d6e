import { formatDate, formatFigure } from '../briefing/words/format.ts';
import { keyNotes } from '../briefing/words/key-notes.ts';
import { marks } from '../rendering/view/marks.ts';
import { firstChanges } from '../report/changes.ts';
import { plainText } from '../report/plain-text.ts';
import type { KeyFigure, Report } from '../report/schema.ts';

/** A message of a few lines, for channels that take text alone. */
export interface ShortText {
  readonly subject: string;
  readonly text: string;
}

/** What the front page says, from the report alone: verdict, reasons, key figures, changes. */
export function shortText(report: Report): ShortText {
  const { session, revision, edition, front, strip } = report;
  const title = `${edition.title}, ${formatDate(session)}${revision > 1 ? `, revision ${revision}` : ''}`;
  const warnings = marks(report);
  const rows = front.keys.map((key) => rowOf(report, key));
  const width = Math.max(0, ...rows.map(({ label }) => label.length));
  const changes = firstChanges(report).map(plainText);
  const lines = [
    title,
    ...warnings.map(({ name, text }) => `${name}: ${text}`),
    '',
    plainText(front.verdict),
    '',
    ...[...front.notices, ...front.supporting].map((sentence) => `- ${plainText(sentence)}`),
    '',
    ...rows.map(({ label, value, below }) => `${label.padEnd(width)}  ${value}  ${below}`.trimEnd()),
    '',
    ...(changes.length === 0
      ? []
      : [`Changed since ${formatDate(front.changes.since)}`, ...changes.map((item) => `- ${item}`), '']),
    strip.map(({ label, text }) => `${label}: ${text}`).join(' · '),
    '',
    'Information, not advice. The whole briefing is in your archive.',
    '',
  ];
  return { subject: [...warnings.map(({ name }) => name), title].join(' · '), text: lines.join('\n') };
}

function rowOf(report: Report, key: KeyFigure): { label: string; value: string; below: string } {
  const { label, figure: id } = key;
  const figure = report.figures[id];
  if (figure === undefined) throw new Error(`the report refers to a figure that it does not hold: ${id}`);
  return { label, value: formatFigure(id, figure), below: keyNotes(key, figure) };
}
