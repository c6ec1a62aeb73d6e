import { plural } from '../../../counted.ts';
import type { Absence, Table } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { said, say, type Words } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';
import { disclosureGap } from '../disclosure-gap.ts';

/** What the basket's companies spend by their own filings; says why where there are none. Null where none is followed. */
export function capitalExpenditureBlock({ words, edition, header }: Context): Table | Absence | null {
  const { basket, filers } = edition;
  if (filers.length === 0) return null;
  const head = { id: 'capital-expenditure', title: `Capital expenditure of the ${basket.short}` };
  const all = `capex.${basket.id}`;
  if (!words.book.has(`${all}.q`))
    return {
      kind: 'absence',
      ...head,
      reason: disclosureGap({ header, words }, 'filings:', 'company filings'),
    };
  const row = (id: string, quarter: string) =>
    [`${id}.q`, `${id}.yoy`, quarter].map((figure) => cellOf(words, figure));
  return {
    kind: 'table',
    ...head,
    subtitle: 'Payments for plant and equipment in the newest quarter filed, billions of dollars',
    columns: [
      { label: 'Spent', align: 'end' },
      { label: 'On a year before', align: 'end' },
      { label: 'Ended', align: 'end' },
    ],
    rows: [
      ...filers.map(({ symbol }) => ({
        label: symbol,
        cells: row(`capex.${symbol}`, `capex.${symbol}.quarter`),
      })),
      { label: 'Together', emphasis: true, cells: row(all, `${all}.quarter`) },
    ],
    notes: said([reporting(words, all, filers.length)]),
  };
}

function reporting(words: Words, all: string, of: number) {
  const n = words.number(`${all}.n`);
  if (n === null || n === of) return null;
  const companies = `${plural(n, 'company', 'companies')} of ${of} that ${plural(n, 'has', 'have')} filed`;
  return say`Together: the ${words.cardinal(`${all}.n`)} ${companies} that quarter, against the same a year before.`;
}
