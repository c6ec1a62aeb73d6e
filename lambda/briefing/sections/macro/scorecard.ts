import { scoredOf } from '../../../figures/macro/scorecard.ts';
import type { Absence, Cell, Table } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { formatDate, formatShortDate } from '../../words/format.ts';
import { plainSentence } from '../plain.ts';
import { type ScorecardRow, scorecardGroupsOf } from './rows.ts';
import { spark } from './spark.ts';

const columns = [
  { label: 'Last', align: 'end' },
  { label: 'Previous', align: 'end' },
  { label: 'Direction', align: 'start' },
  { label: '10-yr percentile', align: 'end' },
  { label: '3 years', align: 'start' },
  { label: 'Period', align: 'end' },
] as const;

const title = 'Scorecard';

/** The macro scorecard, one row an indicator; a hole says why in its row. One absence when there is no macro data. */
export function scorecardBlock(context: Context): [Table | Absence] {
  const { view } = context;
  const standing = standingOf(context);
  const rows = scorecardGroupsOf(context.edition).flatMap(([group, members]) =>
    members.map((member) => ({ group, ...rowOf(member, context) })),
  );
  if (rows.every(({ label: _, cells }) => isMissing(cells[0], context)))
    return [
      {
        kind: 'absence',
        id: 'macro.scorecard',
        title,
        reason:
          context.words.why(scorecardGroupsOf(context.edition)[0]![1][0]!.id) ??
          `nothing is known by ${formatShortDate(view.session)}`,
      },
    ];
  return [
    {
      kind: 'table',
      id: 'macro.scorecard',
      title,
      subtitle: `${provenanceOf(standing, view.session)}; previous is a month before for daily series`,
      columns: [...columns, { label: dateLabel(standing, context), align: 'end' }],
      rows: rows.filter(({ cells }) => !isMissing(cells[0], context)),
      notes: [
        ...withoutReading(rows, context),
        plainSentence(
          'Rising and falling are neither good nor bad: a change counts from a quarter of the series’ typical one. The percentile is the share of ten years’ readings at or below the last. “By” a date: computed, when such a reading usually is out; other dates are of publication, or of the first vintage with the reading.',
        ),
        ...shorterNote(context),
      ],
    },
  ];
}

/** Indicators without a reading, each with the reason, in one line in place of a row of nothing. */
function withoutReading(rows: Table['rows'], context: Context): ReturnType<typeof plainSentence>[] {
  const absent = rows.flatMap(({ label, cells: [first] }) =>
    first !== undefined && 'figure' in first && isMissing(first, context)
      ? [{ label, id: first.figure }]
      : [],
  );
  if (absent.length === 0) return [];
  const lacking = absent.map(({ label, id }) => `${label}: ${context.words.why(id) ?? 'no data'}`);
  return [
    plainSentence(
      `No reading. ${lacking.join('. ')}.`,
      absent.map(({ id }) => id),
    ),
  ];
}

function rowOf({ id, label }: ScorecardRow, context: Context) {
  const indicator = scoredOf(context.edition).find((one) => one.id === id);
  const line = indicator === undefined ? null : spark(indicator, context);
  const figure = (column: string): Cell => ({ figure: id + column });
  return {
    label,
    cells: [
      figure(''),
      figure('.previous'),
      figure('.direction'),
      figure(percentileOf(id, context)),
      line === null ? { text: '' } : { spark: line, alt: `${label}: its last 36 readings` },
      figure('.period'),
      figure(dateOf(id, context)),
    ],
  };
}

/** The percentile of ten years, or that of three where the source gives no more away. */
function percentileOf(id: string, { book }: Context): '.percentile' | '.percentile3y' {
  const shorter = `${id}.percentile3y`;
  const isShorter =
    book.get(`${id}.percentile`).value === null && book.has(shorter) && book.get(shorter).value !== null;
  return isShorter ? '.percentile3y' : '.percentile';
}

/** Which rows are ranked among three years. */
function shorterNote(context: Context): ReturnType<typeof plainSentence>[] {
  const labels = scorecardGroupsOf(context.edition)
    .flatMap(([, members]) => members)
    .filter(({ id }) => percentileOf(id, context) === '.percentile3y')
    .map(({ label }) => label);
  if (labels.length === 0) return [];
  return [plainSentence(`Ranked among three years, as the source gives no more away: ${labels.join(', ')}.`)];
}

/** Whether all readings are those of the session's evening, some, or none. */
type Standing = 'as of' | 'mixed' | 'of today';

function standingOf({ view, edition }: Context): Standing {
  const asOf = edition.macro
    .filter(({ series, lag }) => lag.kind !== 'announced' && view.macro(series).latest !== null)
    .map(({ series }) => view.macro(series).isAsOf);
  if (asOf.every(Boolean)) return 'as of';
  return asOf.some(Boolean) ? 'mixed' : 'of today';
}

function provenanceOf(standing: Standing, session: string): string {
  const date = formatDate(session);
  if (standing === 'as of') return `As known on the evening of ${date}`;
  const today =
    'today’s values for the periods that the calendar had published by then, later revisions included';
  return standing === 'mixed'
    ? `As known on the evening of ${date} where the source says it; elsewhere ${today}`
    : `Today’s values for the periods that the calendar had published by ${date}, later revisions included`;
}

/** The day on which the reading became known, or the usual one where only that can be said. */
const dateOf = (id: string, { book }: Context): '.knownsince' | '.usualdate' =>
  book.get(`${id}.usualdate`).value === null ? '.knownsince' : '.usualdate';

function dateLabel(standing: Standing, context: Context): string {
  if (standing === 'of today') return 'Usual date';
  const ids = scorecardGroupsOf(context.edition).flatMap(([, members]) => members.map(({ id }) => id));
  return ids.every((id) => dateOf(id, context) === '.knownsince')
    ? 'Known since'
    : 'Known since, or usual date';
}

const isMissing = (cell: Cell | undefined, { book }: Context): boolean =>
  cell !== undefined && 'figure' in cell && book.get(cell.figure).value === null;
