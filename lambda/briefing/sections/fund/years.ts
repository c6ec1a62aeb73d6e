import type { Edition } from '../../../editions/edition.ts';
import { yearsOf } from '../../../figures/fund/years.ts';
import type { Table } from '../../../report/schema.ts';
import type { Words } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';

/** Year by year: the index fund, its multiple, and the fund. What compounding and cost do over a year is the difference. */
export function yearsTable(words: Words, { fund, underlying }: Edition, session: string): Table | null {
  const { symbol, beta } = fund;
  const years = yearsOf(session).filter((year) => words.known(`year.${symbol}.${year}`));
  if (years.length === 0) return null;
  return {
    kind: 'table',
    id: 'years',
    title: `${symbol} by calendar year`,
    subtitle: 'Total return; the year of the session runs to its close',
    columns: [underlying, `${beta}× ${underlying}`, symbol].map((label) => ({ label, align: 'end' })),
    rows: years.map((year) => ({
      label: String(year),
      cells: [`year.${underlying}.${year}`, `year.${symbol}.${year}.target`, `year.${symbol}.${year}`].map(
        (id) => cellOf(words, id),
      ),
    })),
    notes: [],
  };
}
