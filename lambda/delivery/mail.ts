import { formatDate, formatFigure } from '../briefing/words/format.ts';
import { keyNotes } from '../briefing/words/key-notes.ts';
import { plain } from '../briefing/words/sentence.ts';
import { escapeText } from '../rendering/charts/text.ts';
import { marks } from '../rendering/view/marks.ts';
import { withoutFinality } from '../report/published-text.ts';
import type { KeyFigure, Report } from '../report/schema.ts';

/** The front page in brief. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Name of the attached PDF. */
  readonly attachment: string;
}

/** A key figure as a row: its name, its value, and the line under it. */
interface Row {
  readonly label: string;
  readonly value: string;
  readonly below: string;
}

/**
 * What the front page says, from the report alone: verdict, reasons, key figures, changes.
 * @param attached whether the PDF goes with it
 */
export function mailOf(report: Report, attached: boolean): Mail {
  const { session, revision, edition } = report;
  const title = `${edition.title}, ${formatDate(session)}${revision > 1 ? `, revision ${revision}` : ''}`;
  const warnings = marks(report);
  const parts = partsOf(report, title, attached);
  return {
    subject: [...warnings.map(({ name }) => name), title].join(' · '),
    text: textOf(parts),
    html: htmlOf(parts),
    attachment: `${edition.id}-${session}-r${revision}.pdf`,
  };
}

/** A published revision, and whether its PDF goes with the mail about it. */
export interface Mailed {
  readonly report: Report;
  readonly attached: boolean;
}

/**
 * Whether the mails about two revisions of a session say the same as they are printed. The number of the revision
 * does not count, nor that provisional prices are final now.
 */
export function saysTheSame(a: Mailed, b: Mailed): boolean {
  const said = ({ report, attached }: Mailed) =>
    textOf(partsOf({ ...report, strip: report.strip.map(withoutFinality) }, '', attached));
  return said(a) === said(b);
}

function partsOf(report: Report, title: string, attached: boolean): Parts {
  const { front } = report;
  return {
    title,
    warnings: marks(report).map(({ name, text }) => `${name}: ${text}`),
    verdict: plain(front.verdict),
    supporting: [...front.notices, ...front.supporting].map(plain),
    rows: front.keys.map((key) => rowOf(report, key)),
    changes: front.changes.items.map(plain),
    since: formatDate(front.changes.since),
    status: report.strip.map(({ label, text }) => `${label}: ${text}`),
    closing: closing(attached),
  };
}

interface Parts {
  readonly title: string;
  readonly warnings: readonly string[];
  readonly verdict: string;
  readonly supporting: readonly string[];
  readonly rows: readonly Row[];
  readonly changes: readonly string[];
  readonly since: string;
  readonly status: readonly string[];
  readonly closing: string;
}

const closing = (attached: boolean) =>
  `Information, not advice. The whole briefing is in ${attached ? 'the attached PDF and in ' : ''}your archive.`;

function rowOf(report: Report, key: KeyFigure): Row {
  const { label, figure: id } = key;
  const figure = report.figures[id];
  if (figure === undefined) throw new Error(`the report refers to a figure that it does not hold: ${id}`);
  return { label, value: formatFigure(id, figure), below: keyNotes(key, figure) };
}

function textOf({
  title,
  warnings,
  verdict,
  supporting,
  rows,
  changes,
  since,
  status,
  closing,
}: Parts): string {
  const width = Math.max(0, ...rows.map(({ label }) => label.length));
  return [
    title,
    ...warnings,
    '',
    verdict,
    '',
    ...supporting.map((sentence) => `- ${sentence}`),
    '',
    ...rows.map(({ label, value, below }) => `${label.padEnd(width)}  ${value}  ${below}`.trimEnd()),
    '',
    ...(changes.length === 0 ? [] : [`Changed since ${since}`, ...changes.map((item) => `- ${item}`), '']),
    status.join(' · '),
    '',
    closing,
    '',
  ].join('\n');
}

function htmlOf({
  title,
  warnings,
  verdict,
  supporting,
  rows,
  changes,
  since,
  status,
  closing,
}: Parts): string {
  const text = escapeText;
  const list = (items: readonly string[]) =>
    `<ul>${items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;
  const cells = rows.map(
    ({ label, value, below }) =>
      `<tr><th align="left">${text(label)}</th><td align="right">${text(value)}</td><td>${text(below)}</td></tr>`,
  );
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${text(title)}</title></head><body>`,
    `<p>${text(title)}</p>`,
    ...warnings.map((warning) => `<p><strong>${text(warning)}</strong></p>`),
    `<h1>${text(verdict)}</h1>`,
    supporting.length === 0 ? '' : list(supporting),
    `<table cellpadding="4">${cells.join('')}</table>`,
    changes.length === 0 ? '' : `<h2>Changed since ${text(since)}</h2>${list(changes)}`,
    `<p>${text(status.join(' · '))}</p>`,
    `<p>${text(closing)}</p>`,
    '</body></html>',
  ].join('\n');
}
