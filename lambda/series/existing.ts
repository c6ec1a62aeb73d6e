/** The values of a column that exist, side by side: what statistics over the last n values read. */
export interface Existing {
  /** The values, NaN left out. */
  readonly values: Float64Array;
  /** Of each of them, the index of its session. */
  readonly indices: Int32Array;
  /** How many of them are of the session at an index or earlier. */
  readonly upTo: (index: number) => number;
  /** The last n of the session at an index or earlier; null where there are fewer. */
  readonly last: (index: number, n: number) => Float64Array | null;
}

export function existingOf(column: Float64Array): Existing {
  const counts = new Int32Array(column.length);
  const values = new Float64Array(column.length);
  const indices = new Int32Array(column.length);
  let count = 0;
  for (let t = 0; t < column.length; t++) {
    if (!Number.isNaN(column[t]!)) {
      values[count] = column[t]!;
      indices[count] = t;
      count++;
    }
    counts[t] = count;
  }
  const upTo = (index: number) => counts[index] ?? 0;
  return {
    values: values.subarray(0, count),
    indices: indices.subarray(0, count),
    upTo,
    last: (index, n) => {
      const end = upTo(index);
      return end < n ? null : values.subarray(end - n, end);
    },
  };
}

/** A column computed from the values that exist alone, each result on the session of its value. */
export function overExisting(
  column: Float64Array,
  compute: (values: Float64Array) => Float64Array,
): Float64Array {
  const { values, indices } = existingOf(column);
  const results = compute(values);
  const spread = new Float64Array(column.length).fill(Number.NaN);
  for (let row = 0; row < indices.length; row++) spread[indices[row]!] = results[row]!;
  return spread;
}
