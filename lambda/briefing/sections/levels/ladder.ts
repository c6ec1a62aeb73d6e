import { ladderReach } from '../../../figures/levels/ladder.ts';
import { levelIds } from '../../../figures/levels/level-ids.ts';
import type { Table } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { formatNumber } from '../../words/format.ts';
import { levelName } from '../../words/level-names.ts';
import { multiple } from '../../words/multiple.ts';
import { plainSentence } from '../plain.ts';
import { splitNotices } from '../splits.ts';

/** IWM's levels from the highest down, the close among them, each with its distance and the fund's price there. */
export function ladder({ book, edition, header }: Context): Table {
  const { underlying, fund } = edition;
  const close = `close.${underlying}`;
  const beyond = levelIds(underlying).filter(
    (id) => Math.abs(book.number(`distance.${id}`) ?? 0) > ladderReach,
  );
  const level = (id: string) => ({
    price: book.number(id),
    row: {
      label: levelName(id),
      cells: [
        { figure: id },
        { figure: `distance.${id}` },
        beyond.includes(id) ? { text: 'too far' } : { figure: `ladder.${fund.symbol}.${id}` },
      ],
    },
  });
  const today = {
    price: book.number(close),
    row: {
      label: 'Close',
      emphasis: true,
      cells: [{ figure: close }, { text: '' }, { figure: `close.${fund.symbol}` }],
    },
  };
  const rows = [...levelIds(underlying).map(level), today].sort(
    (a, b) => (b.price ?? Number.NEGATIVE_INFINITY) - (a.price ?? Number.NEGATIVE_INFINITY),
  );
  return {
    kind: 'table',
    id: 'levels.ladder',
    title: `${underlying}’s levels and the ${fund.symbol} price each implies`,
    subtitle: `US dollars; distance is the move from the close; ${fund.symbol} for the next session only`,
    columns: [
      { label: underlying, align: 'end' },
      { label: 'Distance', align: 'end' },
      { label: fund.symbol, align: 'end' },
    ],
    rows: rows.map(({ row }) => row),
    notes: [
      plainSentence(
        `${fund.symbol} implied by ${multiple(fund.beta)} the move from today’s closes, before fees and tracking; the 52-week high and low are intraday, pivots are for the next session.`,
      ),
      ...(beyond.length === 0
        ? []
        : [
            plainSentence(
              `Too far: over ${formatNumber(100 * ladderReach, 0)}\u202f% from the close, where a session takes ${underlying} in a crash only; what ${fund.symbol} trades at when ${underlying} comes there depends on the way.`,
              beyond.map((id) => `ladder.${fund.symbol}.${id}`),
            ),
          ]),
      ...splitNotices(edition, header),
    ],
  };
}
