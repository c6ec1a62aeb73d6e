/**
 * Where a series has bars on the axis, so that any window can be asked in one step whether it reads a hole. A hole is a
 * session without a bar after the series' first.
 */
export interface Coverage {
  /** Index of the first bar; the axis's length where there is none. */
  readonly first: number;
  /** Of each session the index of the newest hole up to it, itself included; -1 where there is none. */
  readonly newestHole: Int32Array;
}

let whole = new Int32Array();

/** Most series of an axis have none: they share one column. */
function noHoles(length: number): Int32Array {
  if (whole.length !== length) whole = new Int32Array(length).fill(-1);
  return whole;
}

/** The coverage of a column: NaN is no bar. */
export function coverageOf(column: Float64Array): Coverage {
  let first = 0;
  while (first < column.length && Number.isNaN(column[first]!)) first++;
  let hole = first;
  while (hole < column.length && !Number.isNaN(column[hole]!)) hole++;
  if (hole === column.length) return { first, newestHole: noHoles(column.length) };
  const newestHole = new Int32Array(column.length).fill(-1);
  hole = -1;
  for (let t = first; t < column.length; t++) {
    if (Number.isNaN(column[t]!)) hole = t;
    newestHole[t] = hole;
  }
  return { first, newestHole };
}

/** Where two series both have bars: from the later first bar on, and with the holes of either. */
export function bothCovered(one: Coverage, other: Coverage): Coverage {
  const first = Math.max(one.first, other.first);
  if (one.newestHole === other.newestHole) return { first, newestHole: one.newestHole };
  const newestHole = new Int32Array(one.newestHole.length).fill(-1);
  for (let t = first; t < newestHole.length; t++) {
    const hole = Math.max(one.newestHole[t]!, other.newestHole[t]!);
    if (hole >= first) newestHole[t] = hole;
  }
  return { first, newestHole };
}

/** Whether all of the last n sessions up to one have a bar. */
export const isWhole = ({ first, newestHole }: Coverage, index: number, n: number): boolean => {
  const from = index - n + 1;
  return from >= first && index < newestHole.length && newestHole[index]! < from;
};
