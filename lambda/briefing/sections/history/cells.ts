import type { Edition } from '../../../editions/edition.ts';
import { closestIds } from '../../../figures/study/reported.ts';
import { studyHorizons } from '../../../figures/study/study.ts';
import type { Sentence, Table } from '../../../report/schema.ts';
import { SPACE } from '../../words/format.ts';
import { said, say, type Words } from '../../words/sentence.ts';
import { eventName } from '../../words/study-events.ts';

/** An event, what followed it, and over how many sessions. */
export interface NamedCell {
  /** Of its figures, without the part. */
  readonly id: string;
  readonly event: string;
  readonly outcome: string;
  readonly sessions: string;
}

/** The cell that a figure names: `kind-trend.TNA.126d`; null where it names none. */
export function cellNamed(words: Words, id: string): NamedCell | null {
  const [event, outcome, horizon] = words.word(id)?.split('.') ?? [];
  if (event === undefined || outcome === undefined || horizon === undefined) return null;
  return {
    id: `study.${event}.${outcome}.${horizon}`,
    event,
    outcome,
    sessions: horizon.slice(0, -1),
  };
}

/**
 * What is measured: the lead of the index fund over its rival, or the return of the leveraged fund. A narrow column breaks
 * before it, not within, where its spaces are no-break ones.
 */
export const outcomeName = ({ underlying, rivals, fund }: Edition, outcome: string, space = ' '): string =>
  outcome === fund.symbol ? fund.symbol : [underlying, '−', rivals.against[0]].join(space);

type Row = Table['rows'][number];

/** Days like today over every horizon, and the cells that come closest to being set apart. */
export function cellsTable(words: Words, edition: Edition): Table | null {
  const rows = [...likeToday(words, edition), ...closest(words, edition)];
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'history.cells',
    title: 'What followed, less the usual',
    subtitle: 'Points; interval of 95\u202f%; rate of false discoveries',
    columns: ['Cases', 'Difference', 'from', 'to', 'Rate'].map((label) => ({ label, align: 'end' })),
    rows,
    notes: said([closestNote(words, edition)]),
  };
}

function likeToday(words: Words, edition: Edition): Row[] {
  const event = words.word('study.similar');
  if (event === null) return [];
  const { label } = eventName(edition, event);
  return ['excess', edition.fund.symbol].flatMap((outcome) =>
    studyHorizons.flatMap((h) => {
      const id = `study.${event}.${outcome}.${h}d`;
      if (!words.known(`${id}.apart`)) return [];
      const group = `${label}, as today: ${outcomeName(edition, outcome)}`;
      return [{ label: `${h} sessions`, group, cells: cellsOf(words, id) }];
    }),
  );
}

function closest(words: Words, edition: Edition): Row[] {
  return closestIds.flatMap((named) => {
    const cell = cellNamed(words, named);
    if (cell === null) return [];
    const { label } = eventName(edition, cell.event);
    return [
      {
        label: `${label}: ${outcomeName(edition, cell.outcome, SPACE)},${SPACE}${cell.sessions}`,
        group: 'Closest to differing',
        cells: cellsOf(words, cell.id),
      },
    ];
  });
}

/** Of one with too few cases the statistics are not computed: how many there are says why. */
const cellsOf = (words: Words, id: string): Row['cells'] =>
  ['apart', 'diff', 'low', 'high', 'q'].map((part) =>
    words.known(`${id}.${part}`) ? { figure: `${id}.${part}` } : { text: '–' },
  );

/** When the events of the closest are, where their names do not say. */
function closestNote(words: Words, edition: Edition): Sentence | null {
  const names = closestIds.flatMap((id) => {
    const cell = cellNamed(words, id);
    if (cell === null) return [];
    const { label, when } = eventName(edition, cell.event);
    return when === undefined ? [] : [`${label}: ${when}.`];
  });
  return names.length === 0
    ? null
    : say`${[...new Set(names)].join(' ')}${words.chosen('', ...closestIds.slice(0, 1))}`;
}
