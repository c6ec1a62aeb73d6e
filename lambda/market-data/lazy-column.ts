/** One value a session, computed on first use; NaN is no value. */
export interface LazyColumn {
  (t: number): number;
  /** The values of the last n sessions up to one, all of them computed; null where the column does not reach back so far. */
  readonly last: (t: number, n: number) => Float64Array | null;
}

/** Elements that a column first has room for: a year of sessions and what they look back on. */
const room = 512;

/**
 * A column whose elements are computed on first use and kept: one session of a long history pays for what it reads, in time
 * and in memory, a whole history for every element once.
 */
export function lazyColumn(length: number, compute: (t: number) => number): LazyColumn {
  /** The elements from `begin` on; those outside were never asked for. */
  let values = nothing;
  let isMade = noMarks;
  let begin = 0;
  const cover = (from: number, to: number): void => {
    const end = begin + values.length;
    if (from >= begin && to < end) return;
    const isEmpty = values.length === 0;
    const first =
      isEmpty || from < begin ? Math.max(0, Math.min(from, to + 1 - room) - values.length) : begin;
    const last = isEmpty ? to + 1 : to < end ? end : Math.min(length, to + 1 + values.length);
    const [wider, marks] = [new Float64Array(last - first), new Uint8Array(last - first)];
    wider.set(values, isEmpty ? 0 : begin - first);
    marks.set(isMade, isEmpty ? 0 : begin - first);
    values = wider;
    isMade = marks;
    begin = first;
  };
  const at = (t: number): number => {
    const place = t - begin;
    if (place >= 0 && place < isMade.length && isMade[place] === 1) return values[place]!;
    if (!(t >= 0 && t < length)) return Number.NaN;
    const value = compute(t);
    cover(t, t);
    values[t - begin] = value;
    isMade[t - begin] = 1;
    return value;
  };
  const last = (t: number, n: number): Float64Array | null => {
    const from = t - n + 1;
    if (!(from >= 0 && t < length)) return null;
    cover(from, t);
    for (let i = from; i <= t; i++) if (isMade[i - begin] === 0) at(i);
    return values.subarray(from - begin, t + 1 - begin);
  };
  return Object.assign(at, { last });
}

const nothing = new Float64Array();
const noMarks = new Uint8Array();
