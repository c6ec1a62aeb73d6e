import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { memo, weakMemo } from '../../market-data/memo.ts';
import type { Known } from '../../series/known.ts';
import { positionOf } from '../../series/position.ts';

/**
 * The value of a daily series that is dated a session, NaN where there is none; what was not known yet is none. Without
 * vintages the answers of all days are of the same columns, and a value is looked for once.
 */
const levelsOf = weakMemo((sessions: readonly string[]) => {
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

/** The change from the session before of the values of a series, whether or not they were known yet. */
const allChanges = weakMemo((sessions: readonly string[]) =>
  weakMemo((dates: Known['dates']) =>
    weakMemo((values: Known['values']) =>
      memo((scale: Scale): LazyColumn => {
        const level = levelsOf(sessions)({ dates, values, length: values.length });
        return lazyColumn(sessions.length, (t) => scale(level(t)) - scale(level(t - 1)));
      }),
    ),
  ),
);

type Scale = (value: number) => number;
const asItIs: Scale = (value) => value;

/**
 * Change from session to session of a daily series: at a session that has an observation of its own date, as has the one
 * before, both known; NaN at every other.
 *
 * @param scale what is taken of a value before the change
 */
export function changesOf(
  known: Known,
  sessions: readonly string[],
  scale: Scale = asItIs,
): (t: number) => number {
  const column = allChanges(sessions)(known.dates)(known.values)(scale);
  const newest = known.dates[known.length - 1] ?? '';
  return (t) => (sessions[t]! <= newest ? column(t) : Number.NaN);
}

/** The same as a column that many sessions share, and the last session up to one whose change is known. */
export function knownChanges(
  known: Known,
  sessions: readonly string[],
  session: number,
  scale: Scale = asItIs,
): { readonly column: LazyColumn; readonly until: number } {
  const newest = known.dates[known.length - 1] ?? '';
  let until = session;
  while (until >= 0 && sessions[until]! > newest) until--;
  return { column: allChanges(sessions)(known.dates)(known.values)(scale), until };
}
