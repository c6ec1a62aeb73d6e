import type { Bars } from '../../lambda/series/bars.ts';

const columns = ['open', 'high', 'low', 'close', 'adjusted', 'volume'] as const;

/** A series without the bars of some sessions. */
export function without(bars: Bars, leftOut: (session: string) => boolean): Bars {
  const rows = bars.sessions.map((_, row) => row).filter((row) => !leftOut(bars.sessions[row]!));
  const cut = columns.map((column) => {
    const values = bars[column];
    return [column, values === null ? null : Float64Array.from(rows, (row) => values[row]!)];
  });
  return { ...bars, ...Object.fromEntries(cut), sessions: rows.map((row) => bars.sessions[row]!) };
}

/** A market with some bars of one symbol taken out. */
export const holed = (
  market: ReadonlyMap<string, Bars>,
  symbol: string,
  leftOut: (session: string) => boolean,
): ReadonlyMap<string, Bars> => new Map(market).set(symbol, without(market.get(symbol)!, leftOut));
