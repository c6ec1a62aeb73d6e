import { type LazyColumn, lazyColumn } from './lazy-column.ts';

/** How many values a rank is among at most, and how few are enough. */
interface Among {
  readonly most: number;
  readonly least: number;
}

/**
 * Share of the last values of a column that are at most the session's own, itself among them; equal when they agree to nine
 * decimals. NaN without a value on the session, and among fewer than needed.
 *
 * @param from index before which nothing counts
 */
export function rankColumn(values: LazyColumn, length: number, { most, least }: Among, from = 0): LazyColumn {
  // Rounded once: of a year of ranks every value is compared some three hundred times.
  const rounded = lazyColumn(length, (t) => Math.round(values(t) * 1e9));
  return lazyColumn(length, (t) => {
    const own = rounded(t);
    if (Number.isNaN(own)) return Number.NaN;
    let [count, atMost] = [0, 0];
    for (let end = t; end >= from && count < most; end -= most) {
      const size = Math.min(most, end - from + 1);
      const past = rounded.last(end, size)!;
      for (let i = size - 1; i >= 0 && count < most; i--) {
        const other = past[i]!;
        if (other <= own) atMost++;
        // Neither above nor below: there is none.
        if (other <= own || other > own) count++;
      }
    }
    return count < least ? Number.NaN : atMost / count;
  });
}
