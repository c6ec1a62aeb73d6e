import type { Table } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { said, say } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';

/**
 * Price over earnings of what the edition compares: of funds by their publisher, of the basket by its companies' filings.
 * Null where neither is at hand: that there are no filings is said of capital expenditure.
 */
export function valuationTable({ words, edition }: Context): Table | null {
  const { basket, filers, valued } = edition;
  const funds = valued.filter(({ fund }) => words.known(`valuation.${fund}.pe`));
  const all = `valuation.${basket.id}.pe`;
  const hasBasket = filers.length > 0 && words.known(all);
  if (funds.length === 0 && !hasBasket) return null;
  const row = (label: string, hint: string, id: string) => ({
    label,
    hint,
    cells: [cellOf(words, id)],
  });
  return {
    kind: 'table',
    id: 'valuation',
    title: 'Price over earnings',
    subtitle: 'Of the last four quarters; each by its own rule, so that small differences say nothing',
    columns: [{ label: 'P/E', align: 'end' }],
    rows: [
      ...funds.map(({ fund, name }) => row(name, `${fund}, by its publisher`, `valuation.${fund}.pe`)),
      ...(hasBasket ? [row(basket.label, 'By their filings, all losses counted', all)] : []),
    ],
    notes: said([
      hasBasket
        ? say`The ${basket.short} together: all shares at the close over the net income of four quarters filed.`
        : null,
    ]),
  };
}
