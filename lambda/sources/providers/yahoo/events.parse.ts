import type * as z from 'zod';
import type { ShareSplit } from '../../../series/bars.ts';
import { firstOnOrAfter } from '../../../series/position.ts';
import type { Row } from '../../parsing/bars.ts';
import { type SplitFactors, splitFactors } from '../../parsing/splits.ts';
import type { yahooChart } from './schema.ts';

type Answer = NonNullable<z.infer<typeof yahooChart>['chart']['result']>[number];

/** What happened to a share, by the date on which it did. */
export interface Happened {
  readonly dividends: ReadonlyMap<string, number>;
  readonly gains: ReadonlyMap<string, number>;
  /** Shares after for each share before. */
  readonly splits: ReadonlyMap<string, number>;
}

/** The events of an answer; empty maps where it has none. */
export function happenedIn({ events }: Answer, dateOf: (seconds: number) => string): Happened {
  const added = (entries: Readonly<Record<string, { date: number; amount: number }>> | null | undefined) => {
    const sums = new Map<string, number>();
    for (const { date, amount } of Object.values(entries ?? {}))
      sums.set(dateOf(date), (sums.get(dateOf(date)) ?? 0) + amount);
    return sums;
  };
  const ratios = Object.values(events?.splits ?? {}).map(
    ({ date, numerator, denominator }) => [dateOf(date), numerator / denominator] as const,
  );
  return {
    dividends: added(events?.dividends),
    gains: added(events?.capitalGains),
    splits: new Map(ratios.filter(([, ratio]) => Number.isFinite(ratio) && ratio > 0)),
  };
}

/** The splits, in order. */
export const splitsOf = ({ splits }: Happened): readonly ShareSplit[] =>
  [...splits]
    .filter(([, ratio]) => ratio !== 1)
    .map(([exDate, ratio]) => ({ exDate, ratio }))
    .sort((a, b) => (a.exDate < b.exDate ? -1 : 1));

/** What happened by row: on the first of the dates on or after its own. Null where nothing did. */
export function byRow(dates: readonly string[], happened: ReadonlyMap<string, number>): Float64Array | null {
  if (happened.size === 0) return null;
  const rows = new Float64Array(dates.length);
  for (const [date, value] of happened) {
    const row = firstOnOrAfter(dates, date);
    if (row < dates.length && (row > 0 || date === dates[0])) rows[row] = value;
  }
  return rows;
}

/**
 * Rows with every declared split in their prices: on the first days after one Yahoo may have it in the newest only.
 * Returns the same rows when there is nothing to do.
 */
export function splitAdjusted(rows: readonly Row[], splits: Happened['splits']): readonly Row[] {
  const whole = rows.filter((row): row is Row & { close: number } => row.close !== null && row.close > 0);
  const ratios = byRow(
    whole.map(({ date }) => date),
    splits,
  );
  if (ratios === null || !isAscending(whole)) return rows;
  const column = (field: 'open' | 'adjusted') =>
    whole.every((row) => row[field] !== null && row[field] > 0)
      ? new Float64Array(whole.map((row) => row[field]!))
      : null;
  const close = new Float64Array(whole.map((row) => row.close));
  const factors = splitFactors({ open: column('open'), close, adjusted: column('adjusted') }, ratios);
  return factors === null ? rows : scaled(rows, whole, factors);
}

/** What splits that were brought into rows have made of their closes, by date: a factor; null where nothing was brought in. */
export function changeOf(given: readonly Row[], rows: readonly Row[]): ReadonlyMap<string, number> | null {
  if (rows === given) return null;
  return new Map(
    rows.flatMap(({ date, close }, i) => {
      const before = given[i]!.close;
      return close === null || before === null ? [] : [[date, close / before] as const];
    }),
  );
}

const isAscending = (rows: readonly Row[]): boolean =>
  rows.every((row, i) => i === 0 || row.date >= rows[i - 1]!.date);

function scaled(rows: readonly Row[], whole: readonly Row[], factors: SplitFactors): readonly Row[] {
  const places = new Map(whole.map((row, i) => [row, i]));
  return rows.map((row) => {
    const at = places.get(row);
    if (at === undefined) return row;
    const [price, adjusted] = [factors.prices[at]!, factors.adjusted[at]!];
    const times = (value: number | null, by: number) => (value === null ? null : value * by);
    return {
      ...row,
      open: times(row.open, price),
      high: times(row.high, price),
      low: times(row.low, price),
      close: times(row.close, price),
      adjusted: times(row.adjusted, adjusted),
      volume: times(row.volume, 1 / price),
    };
  });
}
