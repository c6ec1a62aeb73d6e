import type { Bars } from '../series/bars.ts';

const columns = ['open', 'high', 'low', 'close', 'adjusted', 'volume'] as const;

/** The same bars less some rows; the very same object when there are none to leave out. */
export function withoutRows(bars: Bars, rows: ReadonlySet<number>): Bars {
  if (rows.size === 0) return bars;
  const keep = <T>(_: T, row: number): boolean => !rows.has(row);
  const kept = columns.map((name) => [name, bars[name]?.filter(keep) ?? null] as const);
  return {
    ...bars,
    ...(Object.fromEntries(kept) as Pick<Bars, (typeof columns)[number]>),
    sessions: bars.sessions.filter(keep),
  };
}
