import type { Edition } from '../../../editions/edition.ts';
import { callHorizons } from '../../../figures/calls/horizons.ts';
import type { Table } from '../../../report/schema.ts';
import { said, type Words } from '../../words/sentence.ts';
import { recordSentence } from './record.ts';

const parts = ['n', 'apart', 'hitrate', 'low', 'high', 'baseline'] as const;

/** How often calls were right beside luck: those published in time once any is graded, and those that would have been. */
export function gradesTable(words: Words, edition: Edition): Table {
  const pair = edition.score.momentum.pair.join(':');
  const rowsOf = (family: string, group: string): Table['rows'] =>
    callHorizons.map((h) => ({
      label: `${h} sessions`,
      group,
      cells: parts.map((part) => {
        const figure = `${family}.${pair}.${h}d.${part}`;
        return words.known(figure) ? { figure } : { text: '–' };
      }),
    }));
  const isGraded = callHorizons.some((h) => (words.number(`calls.${pair}.${h}d.n`) ?? 0) > 0);
  return {
    kind: 'table',
    id: 'calls.grades',
    title: 'Calls that were right, beside luck',
    subtitle: 'Interval of 95\u202f% from the calls that share no session; none for fewer than fifteen',
    columns: ['Calls', 'Separate', 'Right', 'from', 'to', 'By luck'].map((label) => ({
      label,
      align: 'end',
    })),
    rows: [
      ...(isGraded ? rowsOf('calls', 'Published in time') : []),
      ...rowsOf('stance', 'As it would have been: a call on every session of the data'),
    ],
    notes: said([recordSentence(words)]),
  };
}
