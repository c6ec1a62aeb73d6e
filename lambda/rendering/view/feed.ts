import { formatDate, formatFigure, formatInstant } from '../../briefing/words/format.ts';
import { keyNotes } from '../../briefing/words/key-notes.ts';

import type { PublishedReport } from '../../catalogue/day.ts';
import { firstChanges } from '../../report/changes.ts';
import { plainText } from '../../report/plain-text.ts';
import type { Report } from '../../report/schema.ts';
import { type CorrectionView, lastingCorrection } from './mail-correction.ts';
import { marks, type PageMark } from './marks.ts';

/** A session in a feed: its front page in words, for programs without styles or scripts. */
export interface FeedEntryView {
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  /** What the newest revision that says something else corrects of the one before. */
  readonly correction: CorrectionView | null;
  readonly warnings: readonly PageMark[];
  readonly verdict: string;
  readonly supporting: readonly string[];
  readonly keys: readonly { readonly label: string; readonly value: string; readonly notes: string }[];
  readonly since: string;
  readonly changes: readonly string[];
}

/**
 * A session as its newest revision has it. A revision counts as news by the rule of the mail: where something that is
 * printed there differs.
 * @param history every revision of the session, ascending; at least one
 */
export function feedEntryView(history: readonly PublishedReport[]): FeedEntryView {
  const { report } = history.at(-1)!;
  const { front } = report;
  const { updated, correction } = newsOf(history);
  const warnings = marks(report);
  const prefixes = [...warnings.map(({ name }) => name), ...(correction === null ? [] : ['CORRECTED'])];
  const verdict = plainText(front.verdict);
  return {
    title: [...prefixes, verdict].join(': '),
    published: history[0]!.manifest.publishedAt,
    updated,
    correction,
    warnings,
    verdict,
    supporting: [...front.notices, ...front.supporting].map(plainText),
    keys: front.keys.map((key) => keyOf(report, key)),
    since: formatDate(front.changes.since),
    changes: firstChanges(report).map(plainText),
  };
}

function newsOf(history: readonly PublishedReport[]): {
  readonly updated: string;
  readonly correction: CorrectionView | null;
} {
  let published = history[0]!;
  let correction: CorrectionView | null = null;
  for (const next of history.slice(1)) {
    const sent = formatInstant(published.manifest.publishedAt);
    const news = lastingCorrection(next.report, { report: published.report, medium: 'entry', sent });
    if (news === null) continue;
    correction = news;
    published = next;
  }
  return { updated: published.manifest.publishedAt, correction };
}

function keyOf(report: Report, key: Report['front']['keys'][number]): FeedEntryView['keys'][number] {
  const figure = report.figures[key.figure];
  if (figure === undefined) throw new Error(`the report has no figure ${key.figure}`);
  return { label: key.label, value: formatFigure(key.figure, figure), notes: keyNotes(key, figure) };
}
