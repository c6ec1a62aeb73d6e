import type { Known } from '../../series/known.ts';

/**
 * Change from session to session of a daily series: at a session that has an observation of its own date, as has the one
 * before, both known; NaN at every other. Found going back from a session, as far as is asked.
 *
 * @param index the session that is looked from
 * @param scale what is taken of a value before the change
 */
export function changesOf(
  { dates, values, length }: Known,
  sessions: readonly string[],
  index: number,
  scale: (value: number) => number = (value) => value,
): (t: number) => number {
  /** Of each session, the newest first. */
  const levels: number[] = [];
  let row = length - 1;
  const levelAt = (t: number): number => {
    for (let at = index - levels.length; at >= Math.max(t, 0); at--) {
      const session = sessions[at]!;
      while (row >= 0 && dates[row]! > session) row--;
      levels.push(row >= 0 && dates[row] === session ? scale(values[row]!) : Number.NaN);
    }
    return levels[index - t] ?? Number.NaN;
  };
  return (t) => levelAt(t) - levelAt(t - 1);
}
