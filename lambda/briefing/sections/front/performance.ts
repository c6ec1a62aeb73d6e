import type { Edition } from '../../../editions/edition.ts';
import type { Table } from '../../../report/schema.ts';
import { said, type Words } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';

const windows = [
  ['1d', '1 day'],
  ['5d', '5 days'],
  ['21d', '21 days'],
  ['63d', '63 days'],
  ['6m', '6 months'],
  ['ytd', 'Year to date'],
  ['1y', '1 year'],
] as const;

/** The front page's table: total returns of the benchmarks and the funds, and the underlying's excess under them. */
export function performanceTable(edition: Edition, words: Words): Table {
  const { fund, inverse, underlying, basket } = edition;
  const { against, beside } = edition.rivals;
  const names = new Map([
    ...edition.symbols.map(({ symbol, name }) => [symbol, name] as const),
    [basket.id, basket.name] as const,
  ]);
  const rivals = [...against, basket.id];
  const returns = [underlying, ...rivals, ...beside, fund.symbol, inverse.symbol].map((symbol) => ({
    label: symbol === basket.id ? basket.label : symbol,
    hint: names.get(symbol) ?? symbol,
    group: 'Total return',
    ...(symbol === underlying || symbol === fund.symbol ? { emphasis: true } : {}),
    cells: windows.map(([window]) => cellOf(words, `return.${symbol}.${window}`)),
  }));
  const excess = rivals.map((rival) => ({
    label: `${underlying} − ${rival === basket.id ? basket.short : rival}`,
    group: 'Excess return, percentage points',
    cells: windows.map(([window]) => cellOf(words, `excess.${underlying}:${rival}.${window}`)),
  }));
  return {
    kind: 'table',
    id: 'performance',
    title: 'Performance',
    subtitle: 'Total return, dividends reinvested; days are sessions, months and years go by the calendar',
    columns: windows.map(([, label]) => ({ label, align: 'end' as const })),
    rows: [...returns, ...excess],
    notes: said([basketNote(words, basket), benchmarksNote(words, edition)]),
  };
}

/** Who is in the basket, and why it has gaps when it has. */
function basketNote(words: Words, basket: Edition['basket']) {
  const id = `return.${basket.id}.1d`;
  if (!words.book.has(id)) return null;
  const text = `${basket.label}: ${basket.members.join(' ')}, equal weights.`;
  return words.absent(text, id);
}

/** The benchmarks among which the underlying is ranked in what changed. */
function benchmarksNote(words: Words, { underlying, rivals, basket }: Edition) {
  const id = `rank.${underlying}.21d`;
  if (!words.known(id)) return null;
  const names = [underlying, ...rivals.against, ...rivals.beside, basket.short];
  return words.chosen(`Benchmarks of the rank: ${names.join(', ')}.`, id);
}
