import type { Bars } from '../series/bars.ts';

/** Two closes of one session that differ by more than this are named to the reader. */
export const tolerance = 0.0015;

export interface Comparison {
  /** The newest session that both have, up to the one asked about. */
  readonly session: string;
  readonly first: number;
  readonly second: number;
  /** Second against first, less one: a fraction. */
  readonly difference: number;
}

/**
 * Compares the newest close that two sources share. Closes, not adjusted closes: sources adjust for dividends each
 * in its own way. Null when they share no session.
 */
export function compareCloses(a: Bars, b: Bars, session: string): Comparison | null {
  const rows = new Map(b.sessions.map((date, row) => [date, row]));
  for (let row = a.sessions.length - 1; row >= 0; row -= 1) {
    const date = a.sessions[row] ?? '';
    const other = rows.get(date);
    if (date > session || other === undefined) continue;
    const [first, second] = [a.close?.[row], b.close?.[other]];
    if (first === undefined || second === undefined) return null;
    return { session: date, first, second, difference: second / first - 1 };
  }
  return null;
}
