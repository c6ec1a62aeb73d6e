import { formatFigure } from '../../briefing/words/format.ts';

import { plainText } from '../../report/plain-text.ts';
import { withoutFinality } from '../../report/published-text.ts';
import type { Report } from '../../report/schema.ts';
import { levelsTable, mailPerformanceTable } from './mail-tables.ts';

/** What changed between two mails about one session, at the precision in which they print. */
export interface CorrectionView {
  readonly title: string;
  readonly items: readonly string[];
  /** Whether the first sentence is the same. */
  readonly verdict: string;
}

/** The mail or the message that a correction replaces. */
export interface Replaced {
  readonly report: Report;
  /** What it was. */
  readonly medium: 'mail' | 'message' | 'entry';
  /** When it was sent, in words: `Fri 25 September 2026, 17:46 New York`. */
  readonly sent: string;
}

/** Changes that are named; the rest is counted. */
const named = 6;

/** A line of a mail by what it is about; what two mails print under the same name is compared. */
type Lines = ReadonlyMap<string, string>;

/**
 * What a mail about a later revision must say first: every printed value that differs, was → is.
 * @returns null where nothing that stands in the mail differs
 */
export function correctionOf(now: Report, { report: before, medium, sent }: Replaced): CorrectionView | null {
  const [was, is] = [linesOf(before), linesOf(now)];
  const changes = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [old, present] = [was.get(name), is.get(name)];
    return old === present ? [] : [{ name, old: old ?? 'not there', present: present ?? 'not there' }];
  });
  const words = wordsOf(before).filter((sentence) => !wordsOf(now).includes(sentence));
  const sameVerdict = plainText(before.front.verdict) === plainText(now.front.verdict);
  if (changes.length === 0 && words.length === 0 && sameVerdict) return null;
  const listed = changes.slice(0, named).map(({ name, old, present }) => `${name}: ${old} → ${present}`);
  const rest = changes.length - listed.length;
  return {
    title: `CORRECTED: revision ${now.revision} replaces the ${medium} of ${sent}.`,
    items: [
      ...listed,
      ...(rest > 0 ? [`${rest} more ${rest === 1 ? 'figure' : 'figures'} of this ${medium} changed`] : []),
      ...(changes.length === 0 && words.length > 0 ? ['Sentences changed; the figures did not.'] : []),
    ],
    verdict: sameVerdict
      ? 'The first sentence is the same.'
      : `The first sentence was: ${plainText(before.front.verdict)}`,
  };
}

/**
 * As {@link correctionOf}, where neither the number of the revision counts nor that provisional prices are final now: the
 * rule by which a later revision is news.
 */
export function lastingCorrection(now: Report, before: Replaced): CorrectionView | null {
  const lasting = (one: Report): Report => ({ ...one, strip: one.strip.map(withoutFinality) });
  return correctionOf(lasting(now), { ...before, report: lasting(before.report) });
}

/** Key figures, then the cells of the two tables, then marks and the strip, each as it is printed. */
function linesOf(report: Report): Lines {
  const lines = new Map<string, string>();
  for (const { label, figure: id } of report.front.keys) {
    const figure = report.figures[id];
    if (figure !== undefined) {
      const mark = figure.status === 'fresh' || figure.status === 'missing' ? '' : ` (${figure.status})`;
      lines.set(label, `${formatFigure(id, figure)}${mark}`);
    }
  }
  for (const table of [mailPerformanceTable(report), levelsTable(report)])
    for (const { label, cells } of table?.rows ?? [])
      cells.forEach(({ text }, at) => {
        lines.set(`${label}, ${table?.columns[at] ?? ''}`, text);
      });
  for (const { label, status, text } of report.strip)
    lines.set(`Data, ${label}`, status === 'fresh' ? text : `${text} (${status})`);
  const { simulated, incomplete } = report.marks;
  lines.set(
    'Marks',
    [...(simulated ? ['simulated'] : []), ...(incomplete ? ['incomplete'] : []), 'published'].join(', '),
  );
  return lines;
}

function wordsOf({ front }: Report): string[] {
  return [...front.notices, ...front.supporting, ...front.changes.items].map(plainText);
}
