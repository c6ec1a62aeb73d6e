import type { Absence, Block, Report } from '../../report/schema.ts';
import { type ChartView, chartView } from './chart.ts';
import type { Resolver } from './chart-data.ts';
import type { PageFigures } from './figures.ts';
import { blockHeight } from './height.ts';
import { type Span, stretches } from './layout.ts';
import { isLedger, ledgerOnPaper } from './ledger-on-paper.ts';
import { hasRoom, type SheetSize } from './paper-room.ts';
import { type SentenceView, sentenceView } from './sentence.ts';
import { type TableView, tableView } from './table.ts';

export interface ProseView {
  readonly id: string;
  readonly title: string;
  readonly list: boolean;
  /** Long enough to be set in two columns where it has the page's whole width. */
  readonly long: boolean;
  readonly sentences: readonly SentenceView[];
}

/** Height in pixels in one column from which words without a neighbour are set in two. */
const longProse = 150;

/** One block of a section: exactly one of the kinds is there. */
export interface BlockView {
  readonly span: Span;
  readonly prose: ProseView | null;
  readonly table: TableView | null;
  readonly chart: ChartView | null;
  readonly absence: Absence | null;
}

/** A stretch of the page: one block over its whole width, or two columns of blocks. */
export interface StretchView {
  readonly wide: BlockView | null;
  readonly columns: readonly (readonly BlockView[])[];
}

/** In `report.json` alone: what an operator may mend. */
const forOperators: ReadonlySet<string> = new Set(['methods.unused']);

/**
 * On the page and in `report.json` alone: where the numbers come from, at a length that paper has no use for; explanations;
 * tables of what hardly changes, of what the front page prints, and of numbers that lead claims.
 */
const onScreenOnly: ReadonlySet<string> = new Set([
  'methods.gaps',
  'methods.flags',
  'methods.formulas',
  'methods.sources',
  'macro.inflation',
  'history.meaning',
  'calls.record',
  'claims.rule',
  'gauge',
  'capital-expenditure',
  'valuation',
  'sector-weights',
  'levels.ranges',
]);

/** The same beside charts of the fund, which fill its sheet. */
const onScreenBesideCharts: ReadonlySet<string> = new Set(['decay', 'tracking']);

/** Dates ahead that leave room on their sheet for what is not among them. */
const shortCalendar = 6;

const isShortCalendar = (block: Block): boolean =>
  block.id === 'calendar.ahead' && (block.kind !== 'table' || block.rows.length <= shortCalendar);

function onPaper(all: readonly Block[], report: Report, paper: SheetSize): readonly Block[] {
  const hasChart = all.some(({ kind }) => kind === 'chart');
  const saysGaps = all.some(isShortCalendar);
  return all
    .filter(
      ({ kind, id }) =>
        kind !== 'absence' || id.startsWith('levels.') || (saysGaps && id.startsWith('calendar.')),
    )
    .filter(({ id }) => !onScreenOnly.has(id) && hasRoom(id, report, paper))
    .filter(({ id }) => !hasChart || !onScreenBesideCharts.has(id))
    .flatMap((block): readonly Block[] => (isLedger(block) ? ledgerOnPaper(block, report) : [block]));
}

/**
 * The blocks of a section or of the front page, laid out and ready for the templates.
 * @param spare pixels by which a chart over all the width may be higher than it must be
 */
export function stretchViews(
  all: readonly Block[],
  report: Report,
  figures: PageFigures,
  spare = 0,
): StretchView[] {
  const read = all.filter(({ id }) => !forOperators.has(id));
  const blocks = figures.medium === 'paper' ? onPaper(read, report, figures.paper) : read;
  const view = (index: number, span: Span) => {
    const block = blocks[index];
    if (block === undefined) throw new Error(`no block ${index} to lay out`);
    return blockView(block, span, { report, figures, spare });
  };
  return stretches(blocks, report).map((stretch) =>
    stretch.span === 'full'
      ? { wide: view(stretch.block, 'full'), columns: [] }
      : {
          wide: null,
          columns: [stretch.left, stretch.right].map((column) => column.map((index) => view(index, 'half'))),
        },
  );
}

function blockView(block: Block, span: Span, resolver: Resolver): BlockView {
  const { report, figures } = resolver;
  const none = { span, prose: null, table: null, chart: null, absence: null };
  switch (block.kind) {
    case 'prose':
      return {
        ...none,
        prose: {
          id: block.id,
          title: block.title ?? '',
          list: block.form === 'list',
          long: blockHeight(block) > longProse,
          sentences: block.sentences.map((sentence) => sentenceView(sentence, figures)),
        },
      };
    case 'table':
      return { ...none, table: tableView(block, report, figures) };
    case 'chart':
      return { ...none, chart: chartView(block, span, resolver) };
    case 'absence':
      return { ...none, absence: block };
  }
}
