import { scored } from '../../figures/scorecard.ts';
import type { Absence, Cell, Table } from '../../report.ts';
import { formatDate } from '../../words/format.ts';
import type { Context } from '../context.ts';
import { text } from '../plain.ts';
import { type ScorecardRow, scorecardGroups } from './rows.ts';
import { spark } from './spark.ts';

const columns = [
  { label: 'Last', align: 'end' },
  { label: 'Previous', align: 'end' },
  { label: 'Direction', align: 'start' },
  { label: '10-yr percentile', align: 'end' },
  { label: '3 years', align: 'start' },
  { label: 'Period', align: 'end' },
  { label: 'Known since', align: 'end' },
] as const;

const title = 'Scorecard';
const byId = new Map(scored.map((indicator) => [indicator.id, indicator]));

/** The macro scorecard, one row an indicator; a hole says why in its row. One absence when there is no macro data. */
export function scorecard(context: Context): [Table | Absence] {
  const { book, view } = context;
  const rows = scorecardGroups.flatMap(([group, members]) =>
    members.map((member) => ({ group, ...rowOf(member, context) })),
  );
  if (rows.every(({ label: _, cells }) => isMissing(cells[0], context)))
    return [
      {
        kind: 'absence',
        id: 'macro.scorecard',
        title,
        reason: book.get(scorecardGroups[0]![1][0]!.id).reason ?? `nothing is known by ${view.session}`,
      },
    ];
  return [
    {
      kind: 'table',
      id: 'macro.scorecard',
      title,
      subtitle: `As known on the evening of ${formatDate(view.session)}; previous is a month before for daily series`,
      columns: [...columns],
      rows,
      notes: [
        text(
          'Rising and falling are neither good nor bad: a change counts when it exceeds a quarter of the series’ typical change. The percentile is the share of the readings of ten years at or below the last.',
        ),
        text(
          'Known since is the date of the first vintage where the source keeps vintages, otherwise the date from which the usual lag of the release counts it as known.',
        ),
      ],
    },
  ];
}

function rowOf({ id, label }: ScorecardRow, context: Context) {
  const indicator = byId.get(id);
  const line = indicator === undefined ? null : spark(indicator, context);
  const figure = (column: string): Cell => ({ figure: id + column });
  return {
    label,
    cells: [
      figure(''),
      figure('.previous'),
      figure('.direction'),
      figure('.percentile'),
      line === null ? { text: '' } : { spark: line, alt: `${label}: its last 36 readings` },
      figure('.period'),
      figure('.knownsince'),
    ],
  };
}

const isMissing = (cell: Cell | undefined, { book }: Context): boolean =>
  cell !== undefined && 'figure' in cell && book.get(cell.figure).value === null;
