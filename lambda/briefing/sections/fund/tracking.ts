import type { Edition } from '../../../editions/edition.ts';
import type { Table } from '../../../report/schema.ts';
import { said, say, type Words } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';

/** The leverage that the fund realised, day by day: slope, fit, tracking difference and error, and its price. */
export function trackingTable(words: Words, { fund, inverse, underlying }: Edition): Table {
  const { symbol } = fund;
  const spans = ['21d', '63d', '252d'] as const;
  const empty = { text: '' };
  return {
    kind: 'table',
    id: 'tracking',
    title: 'Realised leverage',
    subtitle: `Daily returns of ${symbol} on those of ${underlying}; tracking over 252 sessions, a year`,
    columns: [
      { label: '21 days', align: 'end' },
      { label: '63 days', align: 'end' },
      { label: '252 days', align: 'end' },
    ],
    rows: [
      {
        label: 'Beta',
        hint: `Slope; the objective is ${fund.beta}`,
        cells: spans.map((span) => cellOf(words, `beta.${symbol}:${underlying}.${span}`)),
      },
      {
        label: 'R²',
        hint: `Share of ${symbol}’s daily variance that ${underlying} explains`,
        cells: spans.map((span) => cellOf(words, `r2.${symbol}:${underlying}.${span}`)),
      },
      ...(
        [
          ['Tracking difference', `Mean of the daily return less ${fund.beta}× the index’s`, 'td'],
          ['Tracking error', 'Deviation of the same', 'te'],
        ] as const
      ).map(([label, hint, measure]) => ({
        label,
        hint,
        cells: [empty, empty, cellOf(words, `${measure}.${symbol}.252d`)],
      })),
    ],
    notes: said([
      say`The expense ratio is ${words.value(`expense.${symbol}`)} a year as published for ${fund.expenseRatioAsOf.replace('-', '–')}; financing of the borrowed part and trading come on top.`,
      twin(words, inverse.symbol),
    ]),
  };
}

function twin(words: Words, symbol: string) {
  return say`The inverse twin ${symbol} returned ${words.value(`return.${symbol}.21d`)} over 21 sessions.`;
}
