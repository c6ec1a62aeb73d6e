/** The sessions that two series have in common, with each one's row. */
export interface Alignment {
  readonly sessions: readonly string[];
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Aligns two series on their common sessions. Both ascending; a session that only one has is left out. */
export function align(first: readonly string[], second: readonly string[]): Alignment {
  const sessions: string[] = [];
  const rowsOfFirst: number[] = [];
  const rowsOfSecond: number[] = [];
  let i = 0;
  let j = 0;
  while (i < first.length && j < second.length) {
    const a = first[i]!;
    const b = second[j]!;
    if (a === b) {
      sessions.push(a);
      rowsOfFirst.push(i++);
      rowsOfSecond.push(j++);
    } else if (a < b) i++;
    else j++;
  }
  return { sessions, first: Int32Array.from(rowsOfFirst), second: Int32Array.from(rowsOfSecond) };
}
