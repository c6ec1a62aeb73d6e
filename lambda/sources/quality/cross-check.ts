import type { Bars } from '../../series/bars.ts';

/** Two closes of one session that differ by more than this, a fraction, are named to the reader. */
export const tolerance = 0.0015;

/** How many of the newest closes that two sources share are compared. */
const compared = 5;

export interface CrossCheck {
  /** Of the newest five sessions that both have, up to the one asked about, the one on which they differ most. */
  readonly session: string;
  readonly first: number;
  readonly second: number;
  /** Second against first, less one: a fraction. */
  readonly difference: number;
  /** Those of the five on which they differ by more than the tolerance, ascending. */
  readonly apart: readonly string[];
}

/**
 * Compares the newest closes that two sources share. Closes, not adjusted closes: sources adjust for dividends each
 * in its own way. Null when they share no session, or one of them has no closes.
 */
export function compareCloses(a: Bars, b: Bars, session: string): CrossCheck | null {
  if (a.close === null || b.close === null) return null;
  const rows = new Map(b.sessions.map((date, row) => [date, row]));
  const found: Omit<CrossCheck, 'apart'>[] = [];
  for (let row = a.sessions.length - 1; row >= 0 && found.length < compared; row -= 1) {
    const date = a.sessions[row]!;
    const other = rows.get(date);
    if (date > session || other === undefined) continue;
    const [first, second] = [a.close[row]!, b.close[other]!];
    found.push({ session: date, first, second, difference: second / first - 1 });
  }
  // Of equal differences the newest.
  const [worst] = found.toSorted((x, y) => Math.abs(y.difference) - Math.abs(x.difference));
  if (worst === undefined) return null;
  const apart = found.filter(({ difference }) => Math.abs(difference) > tolerance);
  return { ...worst, apart: apart.map((one) => one.session).reverse() };
}
