import type { Table } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { multiple } from '../../words/multiple.ts';
import { said } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';
import { holdingsSentence } from './holdings.ts';

/** What holding the fund takes and has meant, a number a row. */
export function holdingTable(context: Context): Table {
  const { words, edition } = context;
  const { underlying, fund } = edition;
  const { symbol, beta } = fund;
  const month = `horizon.${symbol}.21d`;
  const rows = [
    ['Gain needed to regain its high', 'from the highest close of its data', `recover.${symbol}`],
    [
      `${underlying} over 21 sessions for ${symbol} to be flat`,
      'at the volatility of the last 21, with the costs of a year',
      `breakeven.${symbol}.21d.withcosts`,
    ],
    ['A month, one in twenty below', 'of all windows of 21 sessions', `${month}.made.p05`],
    ['A month, one in twenty above', 'the same', `${month}.made.p95`],
    [`Months short of ${multiple(beta)} ${underlying}`, 'share of the same windows', `${month}.short`],
    [
      `How straight ${underlying}’s last 21 sessions were`,
      '1 is a straight line, 0 a path that comes back',
      `efficiency.${underlying}.21d`,
    ],
  ] as const;
  return {
    kind: 'table',
    id: 'holding',
    title: 'Holding it',
    subtitle: 'From its own history, which describes and promises nothing',
    columns: [{ label: 'Value', align: 'end' }],
    rows: rows.map(([label, hint, id]) => ({ label, hint, cells: [cellOf(words, id)] })),
    notes: said([holdingsSentence(context)]),
  };
}
