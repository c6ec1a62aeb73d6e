import type { Edition } from '../../../editions/edition.ts';
import type { Table } from '../../../report/schema.ts';
import type { Words } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';

const columns = [
  ['v 50', 'rs', 'vs50'],
  ['v 200', 'rs', 'vs200'],
  ['5 years', 'rs', 'percentile5y'],
  ['Won of 5', 'wins', '5d'],
  ['of 10', 'wins', '10d'],
  ['of 20', 'wins', '20d'],
  ['Run', 'streak', null],
] as const;

/** Relative strength of the edition's pairs: distance from the averages, place in five years, sessions won. */
export function pairsTable(words: Words, { pairs, underlying, map }: Edition): Table {
  return {
    kind: 'table',
    id: 'pairs',
    title: 'Relative strength by pair',
    subtitle:
      'Ratio of total returns against its averages of 50 and 200 sessions, its percentile of five years, sessions won, and the run, + ahead, − behind',
    columns: columns.map(([label]) => ({ label, align: 'end' })),
    rows: pairs.map(([first, second]) => ({
      label: `${first}\u00a0:\u00a0${second}`,
      ...(first === underlying && second === map.benchmark ? { emphasis: true } : {}),
      cells: columns.map(([, measure, detail]) =>
        cellOf(words, `${measure}.${first}:${second}${detail === null ? '' : `.${detail}`}`),
      ),
    })),
    notes: [],
  };
}
