import type { Edition, LeveragedFund } from '../../../editions/edition.ts';
import type { Table } from '../../../report/schema.ts';
import { said, say, type Words } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';

/** The leverage that the fund realised, day by day: slope, fit, tracking difference and error, and its price. */
export function trackingTable(words: Words, { fund, inverse, underlying }: Edition, session: string): Table {
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
      say`A mean of days times 252 is not what costs and tracking took in a year, which compounds.`,
      expense(words, fund, session),
      twin(words, inverse.symbol),
    ]),
  };
}

/** The published expense ratio in the years that it was published for; of others it is not at hand. */
function expense(words: Words, { symbol, expenseRatioAsOf }: LeveragedFund, session: string) {
  const [first = '', last = first.slice(2)] = expenseRatioAsOf.split('-');
  const year = session.slice(0, 4);
  const onTop = 'financing of the borrowed part and trading come on top';
  return year >= first && year <= `${first.slice(0, 2)}${last}`
    ? say`The expense ratio is ${words.value(`expense.${symbol}`)} a year; ${onTop}.`
    : say`The fund’s expense ratio of that year is not at hand; ${onTop}.`;
}

function twin(words: Words, symbol: string) {
  return say`The inverse twin ${symbol} returned ${words.value(`return.${symbol}.21d`)} over 21 sessions.`;
}
