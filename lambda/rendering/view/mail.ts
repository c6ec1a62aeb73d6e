import { formatDate, formatFigure, formatInstant, formatNearDate } from '../../briefing/words/format.ts';
import { keyNotes } from '../../briefing/words/key-notes.ts';
import { multiple } from '../../briefing/words/multiple.ts';
import { plainText } from '../../report/plain-text.ts';

import type { Block, Report, Sentence } from '../../report/schema.ts';
import type { CorrectionView } from './mail-correction.ts';
import { levelsTable, type MailTable, mailPerformanceTable } from './mail-tables.ts';
import { marks } from './marks.ts';

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
  /** Where a reader writes who wants no more; null where nobody was named. */
  readonly unsubscribe: string | null;
  /** What this revision corrects of the reader's last mail; null for the first. */
  readonly correction: CorrectionView | null;
  readonly images: readonly MailImage[];
}

/** A run of words; figures are set bold. */
export interface TextRun {
  readonly text: string;
  readonly strong: boolean;
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
  readonly footer: readonly string[];
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
  return {
    subject: subjectOf(report, facts.correction !== null),
    title: `${edition.title}, ${formatDate(session)}`,
    name: edition.title,
    date: formatDate(session),
    revision: revision > 1 ? `revision ${revision}` : '',
    strip: report.strip.map(({ label, status, text }) => ({ sign: signs[status], text: `${label} ${text}` })),
    warnings: marks(report),
    correction: facts.correction,
    verdict: plainText(front.verdict),
    supporting: [...front.notices, ...front.supporting].map(runsOf),
    keys: front.keys.map((key) => {
      const figure = report.figures[key.figure];
      if (figure === undefined) throw new Error(`the report has no figure ${key.figure}`);
      const mark = figure.status === 'proxy' || figure.status === 'stale' ? figure.status : '';
      return {
        label: key.label,
        value: formatFigure(key.figure, figure),
        negative: typeof figure.value === 'number' && figure.value < 0,
        mark,
        // The mark beside the value says that it is a proxy; of a stale one the day is to be said.
        below:
          mark === 'proxy' ? (key.below === undefined ? '' : plainText(key.below)) : keyNotes(key, figure),
        notes: keyNotes(key, figure),
      };
    }),
    since: formatDate(front.changes.since),
    changes: front.changes.items.map(plainText),
    next: nextSession(front.blocks),
    returns: mailPerformanceTable(report),
    levels: levelsTable(report),
    images: facts.images,
    page: facts.page,
    pdfPage: facts.pdfPage ?? null,
    attached: attachedWords(facts.pdf),
    footer: footerOf(report, facts),
    unsubscribe: facts.unsubscribe,
  };
}

const signs = { fresh: '●', proxy: '◐', stale: '◐', missing: '○' } as const;

const runsOf = ({ parts }: Sentence): TextRun[] =>
  parts.map((part) =>
    typeof part === 'string' ? { text: part, strong: false } : { text: part.text, strong: true },
  );

function nextSession(blocks: readonly Block[]): MailView['next'] {
  const table = blocks.find((block) => block.id === 'tomorrow');
  if (table?.kind !== 'table') return null;
  return { title: table.title, sentences: table.notes.map(runsOf) };
}

function attachedWords(pdf: MailFacts['pdf']): string {
  if (pdf === null) return '';
  return pdf.pages === null ? 'PDF attached' : `PDF attached, ${pdf.pages} pages`;
}

function footerOf(report: Report, { digest, publishedAt }: MailFacts): string[] {
  const { fund, beta } = report.edition;
  const terms = report.sections.flatMap(({ blocks }) => blocks).find((block) => block.id === 'methods.terms');
  return [
    `Information, not advice. ${fund} is a daily-reset fund: held longer than a day it can differ much from ${multiple(beta)} its index.`,
    ...(terms?.kind === 'prose' ? [terms.sentences.map(plainText).join(' ')] : []),
    'For your own use: the providers’ terms forbid passing this on.',
    `Revision ${report.revision}, published ${formatInstant(publishedAt)}, report ${digest}.`,
  ];
}

/** Characters that a subject may have: mail programs on phones cut at about as many. */
const longestSubject = 60;

/**
 * `TNA +0.28 % · IWM −0.43 pts to SPY · Fri 25 Sep`: the facts first, the date always; marks lead. What does not fit is
 * left out from the middle, never cut.
 */
function subjectOf(report: Report, corrected: boolean): string {
  const { edition, figures, front, session, revision } = report;
  const leading = [
    ...marks(report).map(({ name }) => (name === 'SIMULATED DATA' ? 'SIMULATED' : name)),
    ...(corrected ? [`CORRECTED r${revision}`] : []),
  ];
  const print = (id: string) => {
    const figure = figures[id];
    return figure === undefined ? null : formatFigure(id, figure);
  };
  const change = print(`change.${edition.fund}.1d`);
  const pair = front.keys.flatMap(
    ({ figure }) => /^excess\.([^:]+):([^.]+)\.5d$/.exec(figure)?.slice(1) ?? [],
  );
  const [own, rival] = pair;
  const excess = own === undefined ? null : print(`excess.${own}:${rival}.1d`);
  const middle = [
    ...(change === null ? [] : [`${edition.fund} ${change}`]),
    ...(excess === null ? [] : [`${own} ${excess} to ${rival}`]),
  ];
  const day = formatNearDate(session);
  for (let kept = middle.length; ; kept -= 1) {
    const text = [...leading, ...middle.slice(0, kept), day].join(' · ');
    if (text.length <= longestSubject || kept === 0) return text;
  }
}
