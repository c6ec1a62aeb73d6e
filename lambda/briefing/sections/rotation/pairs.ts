import type { Edition } from '../../../editions/edition.ts';
import type { Table } from '../../../report/schema.ts';
import type { Words } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';

const columns = [
  ['Against 50-session average', 'rs', 'vs50'],
  ['Against 200-session average', 'rs', 'vs200'],
  ['Five-year percentile', 'rs', 'percentile5y'],
  ['Won of 5', 'wins', '5d'],
  ['of 10', 'wins', '10d'],
  ['of 20', 'wins', '20d'],
  ['Run', 'streak', null],
  ['Quadrant', 'map', 'quadrant'],
] as const;

/** Relative strength of the edition's pairs: distance from the averages, place in five years, sessions won. */
export function pairsTable(words: Words, { pairs, underlying, map }: Edition): Table {
  return {
    kind: 'table',
    id: 'pairs',
    title: 'Relative strength by pair',
    subtitle: 'Ratio of total returns, the first against the second; runs in sessions, + ahead, − behind',
    columns: columns.map(([label]) => ({ label, align: label === 'Quadrant' ? 'start' : 'end' })),
    rows: pairs.map(([first, second]) => ({
      label: `${first} : ${second}`,
      ...(first === underlying && second === map.benchmark ? { emphasis: true } : {}),
      cells: columns.map(([, measure, detail]) =>
        cellOf(words, `${measure}.${first}:${second}${detail === null ? '' : `.${detail}`}`),
      ),
    })),
    notes: [],
  };
}
