import type { Edition } from '../../../editions/edition.ts';
import { levelIds } from '../../../figures/levels/level-ids.ts';
import { frequencySessions } from '../../../figures/levels/risk-rule.ts';
import type { Cell, Sentence, Table } from '../../../report/schema.ts';
import { hasReason } from '../../../series/reason.ts';
import { formatNearDate, formatNumber, formatShortDate } from '../../words/format.ts';
import { levelName } from '../../words/level-names.ts';
import { naming, said, say, type Words } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';

const falls = [-3, -5] as const;

/** Where the next session may go: one standard deviation, the nearest levels and two falls, with the fund's price at each. */
export function tomorrow(words: Words, edition: Edition, next: string): Table | null {
  const { underlying, fund } = edition;
  const close = words.number(`close.${underlying}`);
  if (close === null) return null;
  const rows = [
    edge(words, edition, 'high', '+1σ'),
    edge(words, edition, 'low', '−1σ'),
    nearest(words, edition, 1),
    nearest(words, edition, -1),
    ...falls.map((percent) => priceAfterFall(words, edition, percent)),
    row('Close', close, [`close.${underlying}`, null, `close.${fund.symbol}`, null], words, true),
  ].filter((one) => one !== null);
  return {
    kind: 'table',
    id: 'tomorrow',
    title: `Next session, ${formatNearDate(next)}`,
    subtitle: `US dollars; ${fund.symbol} by its multiple of the move, for one session`,
    columns: [underlying, 'Move', fund.symbol, `Days of ${formatNumber(frequencySessions, 0)}`].map(
      (label) => ({ label, align: 'end' }),
    ),
    rows: rows.toSorted((a, b) => b.price - a.price).map(({ line }) => line),
    notes: said([expectedMove(words, underlying, fund.symbol, edition.volatility.name)]),
  };
}

interface PricedRow {
  readonly price: number;
  readonly line: Table['rows'][number];
}

/** A row of ids, null for an empty cell; none without a price to place it by. */
function row(
  label: string,
  price: number | null,
  ids: readonly (string | null)[],
  words: Words,
  emphasis = false,
): PricedRow | null {
  if (price === null) return null;
  const cells = ids.map((id): Cell => (id === null ? { text: '' } : cellOf(words, id)));
  return { price, line: { label, ...(emphasis ? { emphasis } : {}), cells } };
}

function edge(words: Words, { underlying, fund }: Edition, side: 'high' | 'low', label: string) {
  const band = (symbol: string) => `band.${symbol}.1sd.${side}`;
  const move = `expected.${underlying}.1d`;
  const ids = [band(underlying), move, band(fund.symbol), null];
  const found = row(label, words.number(band(underlying)), ids, words);
  if (found === null) return null;
  const cells = found.line.cells.map(
    (cell): Cell =>
      'figure' in cell && cell.figure === move ? { ...cell, side: side === 'high' ? '+' : '−' } : cell,
  );
  return { ...found, line: { ...found.line, cells } };
}

/** The level nearest above or below the close that a session may reach. */
function nearest(words: Words, { underlying, fund }: Edition, side: 1 | -1): PricedRow | null {
  const ladder = (level: string) => `ladder.${fund.symbol}.${level}`;
  const [level] = levelIds(underlying)
    .filter((id) => side * (words.number(`distance.${id}`) ?? 0) > 0 && words.known(ladder(id)))
    .sort((a, b) => side * (words.number(`distance.${a}`)! - words.number(`distance.${b}`)!));
  if (level === undefined) return null;
  const ids = [level, `distance.${level}`, ladder(level), null];
  return row(levelName(level), words.number(level), ids, words);
}

function priceAfterFall(words: Words, { underlying, fund }: Edition, percent: number): PricedRow | null {
  const price = (symbol: string) => `scenario.${symbol}.${percent}`;
  const ids = [price(underlying), null, price(fund.symbol), `frequency.${underlying}.${percent}`];
  return row(`${formatNumber(percent, 0)}\u202f%`, words.number(price(underlying)), ids, words);
}

/** What a standard deviation is taken from, and how often it held: "71 % of the last 2 520 sessions ended within such a range." */
export function expectedMove(
  words: Words,
  underlying: string,
  symbol: string,
  index: string,
): Sentence | null {
  const id = `expected.${underlying}.1d`;
  if (!words.known(id)) return null;
  const { reasons, asOf } = words.book.get(id);
  const origin = hasReason(reasons, 'realised-volatility')
    ? naming('proxy', say`a proxy (${words.reason(id)})`)
    : hasReason(reasons, 'volatility-of-before')
      ? naming('stale', words.chosen(`${index} of ${formatShortDate(asOf)} (stale)`, id))
      : words.chosen(index, id);
  const both = say`±1σ, ${words.value(id)} for ${underlying} and ${words.value(`expected.${symbol}.1d`)} for ${symbol}, is from ${origin}`;
  const record = say`; ${words.value(`${id}.inside.1sd`)} of the last ${words.value(`${id}.inside.n`)} sessions ended within such a range`;
  return say`${both ?? say`±1σ, ${words.value(id)} for ${underlying}, is from ${origin}`}${record ?? ''}.`;
}
