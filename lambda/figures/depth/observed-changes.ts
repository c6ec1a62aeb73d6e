import { lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Known } from '../../series/known.ts';
import { positionOf } from '../../series/position.ts';

/**
 * The value of a daily series that is dated a session, NaN where there is none; what was not known yet is none. Without
 * vintages the answers of all days are of the same columns, and a value is looked for once.
 */
export const levelsOf = weakMemo((sessions: readonly string[]) => {
  const rowsOf = weakMemo((dates: readonly string[]) =>
    lazyColumn(sessions.length, (t) => positionOf(dates, sessions[t]!)),
  );
  return ({ dates, values, length }: Known): ((t: number) => number) => {
    const rowAt = rowsOf(dates);
    return (t) => {
      const row = rowAt(t);
      return row >= 0 && row < length ? values[row]! : Number.NaN;
    };
  };
});

/**
 * Change from session to session of a daily series: at a session that has an observation of its own date, as has the one
 * before, both known; NaN at every other.
 *
 * @param scale what is taken of a value before the change
 */
export function changesOf(
  known: Known,
  sessions: readonly string[],
  scale: (value: number) => number = (value) => value,
): (t: number) => number {
  const level = levelsOf(sessions)(known);
  return (t) => scale(level(t)) - scale(level(t - 1));
}
