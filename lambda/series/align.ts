/** The sessions that two series have in common, with each one's row. */
export interface Alignment {
  readonly sessions: readonly string[];
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Aligns two series on their common sessions. Both ascending; a session that only one has is left out. */
export function align(first: readonly string[], second: readonly string[]): Alignment {
  const most = Math.min(first.length, second.length);
  const sessions: string[] = [];
  const rowsOfFirst = new Int32Array(most);
  const rowsOfSecond = new Int32Array(most);
  let i = 0;
  let j = 0;
  while (i < first.length && j < second.length) {
    const a = first[i]!;
    const b = second[j]!;
    if (a === b) {
      rowsOfFirst[sessions.length] = i++;
      rowsOfSecond[sessions.length] = j++;
      sessions.push(a);
    } else if (a < b) i++;
    else j++;
  }
  return {
    sessions,
    first: rowsOfFirst.subarray(0, sessions.length),
    second: rowsOfSecond.subarray(0, sessions.length),
  };
}

/** The values of those rows, in their order. */
export function pick(values: Float64Array, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]!]!;
  return picked;
}
