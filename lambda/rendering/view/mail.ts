import { formatDate, formatFigure, isBelowZero } from '../../briefing/words/format.ts';
import { keyNotes } from '../../briefing/words/key-notes.ts';
import { firstChanges } from '../../report/changes.ts';
import { plainText } from '../../report/plain-text.ts';
import type { Report } from '../../report/schema.ts';
import type { CorrectionView } from './mail-correction.ts';
import { footerLines } from './mail-footer.ts';
import { isQuiet } from './mail-length.ts';
import { nextSessionWords } from './mail-next.ts';
import type { FooterLine, RevisedSince } from './mail-revised.ts';
import { runsOf, type TextRun } from './mail-runs.ts';
import { mailSubject } from './mail-subject.ts';
import { levelsTable, type MailTable, mailPerformanceTable } from './mail-tables.ts';
import { marks } from './marks.ts';
import { stripSigns } from './printed-lines.ts';

/** A chart of the mail, drawn: shown as an image that the message itself carries. */
export interface MailImage {
  /** Id of the chart in the report, which is also the content id's local part. */
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  /** Width in pixels at which its text is set 1:1. */
  readonly width: number;
  readonly height: number;
}

/** What a mail says beside the report. */
export interface MailFacts {
  /** First twelve hexadecimal digits of the SHA-256 of the report's bytes. */
  readonly digest: string;
  /** When the revision was published, ISO 8601 UTC. */
  readonly publishedAt: string;
  /** Whether the PDF goes with it, and how many sheets it has; null where that is not known. */
  readonly pdf: { readonly pages: number | null } | null;
  /** Address of the published page; null without a site. */
  readonly page: string | null;
  /** Address of the PDF for a reader who wants a link in its place; null otherwise. */
  readonly pdfPage?: string | null;
  /** The address for unsubscribing; null where none is configured. */
  readonly unsubscribe: string | null;
  /** What this revision corrects of the reader's last mail; null for the first. */
  readonly correction: CorrectionView | null;
  /** What was revised of earlier briefings since the reader's last mail; null where nothing was. */
  readonly revised: RevisedSince | null;
  /** Address of the archive, without a slash at its end; null without a site. */
  readonly site: string | null;
  readonly images: readonly MailImage[];
}

export interface MailView {
  readonly subject: string;
  readonly title: string;
  readonly name: string;
  readonly date: string;
  readonly revision: string;
  readonly strip: readonly { readonly sign: string; readonly text: string }[];
  readonly warnings: readonly { readonly name: string; readonly text: string }[];
  readonly correction: CorrectionView | null;
  readonly verdict: string;
  readonly supporting: readonly (readonly TextRun[])[];
  readonly keys: readonly KeyCell[];
  readonly since: string;
  readonly changes: readonly string[];
  readonly next: { readonly title: string; readonly sentences: readonly (readonly TextRun[])[] } | null;
  readonly returns: MailTable | null;
  readonly levels: MailTable | null;
  readonly images: readonly MailImage[];
  readonly page: string | null;
  readonly pdfPage: string | null;
  readonly attached: string;
  readonly footer: readonly FooterLine[];
  readonly unsubscribe: string | null;
}

export interface KeyCell {
  readonly label: string;
  readonly value: string;
  readonly negative: boolean;
  /** `proxy` or `stale`; empty for an ordinary one. */
  readonly mark: string;
  readonly below: string;
  /** The same where there are no marks, as in plain text. */
  readonly notes: string;
}

/** Everything a mail prints, in its order, from the report and a few facts about its publication. */
export function mailView(report: Report, facts: MailFacts): MailView {
  const { front, session, revision, edition } = report;
  const quiet = isQuiet(report);
  return {
    subject: mailSubject(report, facts.correction !== null),
    title: `${edition.title}, ${formatDate(session)}`,
    name: edition.title,
    date: formatDate(session),
    revision: revision > 1 ? `revision ${revision}` : '',
    strip: report.strip.map(({ label, status, text }) => ({
      sign: stripSigns[status],
      text: `${label} ${text}`,
    })),
    warnings: marks(report),
    correction: facts.correction,
    verdict: plainText(front.verdict),
    supporting: [...front.notices, ...(quiet ? [] : front.supporting)].map(runsOf),
    keys: front.keys.map((key) => {
      const figure = report.figures[key.figure];
      if (figure === undefined) throw new Error(`the report has no figure ${key.figure}`);
      const mark = figure.status === 'proxy' || figure.status === 'stale' ? figure.status : '';
      const value = formatFigure(key.figure, figure);
      return {
        label: key.label,
        value,
        negative: isBelowZero(value),
        mark,
        // The mark beside the value says that it is a proxy; a stale one shows its day.
        below:
          mark === 'proxy' ? (key.below === undefined ? '' : plainText(key.below)) : keyNotes(key, figure),
        notes: keyNotes(key, figure),
      };
    }),
    since: formatDate(front.changes.since),
    changes: firstChanges(report).map(plainText),
    // Of a quiet session the key figures say the expected move and the next event.
    next: quiet ? null : nextSessionWords(report),
    returns: quiet ? null : mailPerformanceTable(report),
    levels: quiet ? null : levelsTable(report),
    images: facts.images,
    page: facts.page,
    pdfPage: facts.pdfPage ?? null,
    attached: attachedWords(facts.pdf),
    footer: footerLines(report, facts),
    unsubscribe: facts.unsubscribe,
  };
}

function attachedWords(pdf: MailFacts['pdf']): string {
  if (pdf === null) return '';
  return pdf.pages === null ? 'PDF attached' : `PDF attached, ${pdf.pages} pages`;
}
