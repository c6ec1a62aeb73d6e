import { formatDate, formatDay, formatInstant, formatNearDate } from '../../briefing/words/format.ts';
import { sessionTimes } from '../../briefing/words/session-times.ts';
import { changesCounted, shownChanges } from '../../report/changes.ts';
import { plainText } from '../../report/plain-text.ts';
import type { Report, Sentence, StripItem } from '../../report/schema.ts';
import { sparkline } from '../charts/spark.ts';
import { type StretchView, stretchViews } from './blocks.ts';
import { reportSeries } from './chart-data.ts';
import { type FigureView, href, type Ledger, type Medium, type MethodGroup, PageFigures } from './figures.ts';
import { marks, type PageMark } from './marks.ts';
import type { NoteView } from './notes.ts';
import { changesThatFit, heightToSpare, type SheetSize } from './paper-room.ts';
import { type SentenceView, sentenceView } from './sentence.ts';

export interface KeyView {
  readonly label: string;
  readonly figure: FigureView;
  /** A word, which is set smaller than a number and may break. */
  readonly wordy: boolean;
  readonly below: SentenceView | null;
  readonly spark: string;
}

export interface SectionView {
  readonly id: string;
  readonly title: string;
  readonly status: StripItem['status'];
  /** Empty for a section that has no state. */
  readonly state: string;
  readonly lead: SentenceView | null;
  readonly stretches: readonly StretchView[];
  readonly notes: readonly NoteView[];
}

/** All that the templates print. Every field is there: a template that asks for another one throws. */
export interface PageView {
  readonly title: string;
  readonly description: string;
  readonly name: string;
  readonly date: string;
  readonly revision: number;
  readonly collected: string;
  /** When the session closed and its data were collected, by the clock of New York. */
  readonly times: string;
  readonly snapshot: string;
  readonly marks: readonly PageMark[];
  readonly strip: readonly StripItem[];
  readonly nav: readonly { readonly href: string; readonly title: string }[];
  readonly verdict: SentenceView;
  readonly supporting: readonly SentenceView[];
  readonly notices: readonly SentenceView[];
  readonly since: string;
  readonly changes: readonly SentenceView[];
  /** More than fit beside the sentences: they are below them, in the full width. */
  readonly manyChanges: boolean;
  /** Those that the front page has no room for. */
  readonly moreChanges: readonly SentenceView[];
  readonly keys: readonly KeyView[];
  readonly front: readonly StretchView[];
  readonly frontNotes: readonly NoteView[];
  readonly sections: readonly SectionView[];
  readonly methods: readonly MethodGroup[];
  readonly ledger: Ledger;
}

/** The whole briefing as template data; for paper without the definitions, which are not printed. */
export function pageView(report: Report, medium: Medium, paper: SheetSize = 'Letter'): PageView {
  const figures = new PageFigures(report, medium, paper);
  const { front } = report;
  const { first, beside } = shownChanges(report);
  const spare = medium === 'paper' ? heightToSpare(report, [...first, ...beside], paper) : 0;
  // In the order of reading: footnotes get their letters by it.
  const frontView = {
    verdict: sentenceView(front.verdict, figures),
    supporting: front.supporting.map((sentence) => sentenceView(sentence, figures)),
    notices: front.notices.map((sentence) => sentenceView(sentence, figures)),
    since: formatDay(front.changes.since),
    ...changesView(report, medium, paper, figures),
    keys: front.keys.map((key) => ({
      label: key.label,
      ...keyNumber(key.figure, figures),
      below: key.below === undefined ? null : sentenceView(key.below, figures),
      spark:
        key.spark === undefined
          ? ''
          : sparkline(reportSeries(report, key.spark).values, `${key.label}, recent course`),
    })),
    front: stretchViews(front.blocks, report, figures, spare),
    frontNotes: [] as readonly NoteView[],
  };
  frontView.frontNotes = figures.notes.take();
  const sections = report.sections.map((section) => ({
    id: section.id,
    title: section.title,
    status: section.status,
    state: section.state ?? section.status,
    lead: section.lead === undefined ? null : sentenceView(section.lead, figures),
    stretches: stretchViews(section.blocks, report, figures),
    notes: figures.notes.take(medium === 'paper'),
  }));
  const view = {
    title: documentTitle(report),
    description: plainText(front.verdict),
    name: report.edition.title,
    date: formatDate(report.session),
    revision: report.revision,
    collected: formatInstant(report.collectedAt),
    times: sessionTimes(report.session, report.collectedAt),
    snapshot: report.snapshot,
    marks: marks(report),
    strip: report.strip,
    nav: [...sections, { id: 'definitions', title: 'Definitions' }].map(({ id, title }) => ({
      href: href(id),
      title,
    })),
    ...frontView,
    sections,
  };
  if (medium === 'paper')
    return { ...view, methods: [], ledger: { asOf: '', source: '', windows: '', prices: '', entries: [] } };
  return { ...view, methods: figures.methods(), ledger: figures.ledger() };
}

/** So many changes have room beside the sentences that say what happened. */
const changesBeside = 4;

/** The first changes, and behind them the rest. Paper has as many as its first sheet has room for, and counts the others. */
function changesView(
  report: Report,
  medium: Medium,
  paper: SheetSize,
  figures: PageFigures,
): Pick<PageView, 'changes' | 'manyChanges' | 'moreChanges'> {
  // Each says in a word what it rests on.
  const view = (sentences: readonly Sentence[]) => sentences.map((one) => sentenceView(one, figures, false));
  const { first, more, beside } = shownChanges(report);
  const manyChanges = first.length + beside.length > changesBeside;
  if (medium === 'screen')
    return { changes: view([...first, ...beside]), manyChanges, moreChanges: view(more) };
  if (first.length === 0) return { changes: view(beside), manyChanges, moreChanges: [] };
  const fit = changesThatFit(report, first, paper);
  const shown = [...first.slice(0, fit), ...changesCounted(first.length - fit + more.length, 'in the HTML')];
  return { changes: view(shown), manyChanges, moreChanges: [] };
}

/** The figure of a key, large: dates are set like numbers, short of their year; other words are smaller and may break. */
function keyNumber(id: string, figures: PageFigures): Pick<KeyView, 'figure' | 'wordy'> {
  const { value, unit } = figures.get(id);
  if (typeof value !== 'string') return { figure: figures.view(id), wordy: false };
  return unit === 'date'
    ? { figure: figures.view(id, formatNearDate(value)), wordy: false }
    : { figure: figures.view(id), wordy: true };
}

/** `Small-cap rotation & TNA, Wed Dec 31, 2025`: the page's title and the PDF's. */
export function documentTitle(report: Report): string {
  return `${report.edition.title}, ${formatDate(report.session)}`;
}
