/**
 * Share of the values that are at most `value`, between 0 and 1. Values that are not there (NaN) do not count.
 * Null when there is nothing to compare with. Figures `macro.*.percentile`.
 *
 * @example percentileRank([1, 2, 3, 4], 3) // 0.75
 */
export function percentileRank(values: ArrayLike<number>, value: number): number | null {
  let present = 0;
  let atMost = 0;
  for (let i = 0; i < values.length; i++) {
    const other = values[i] as number;
    if (Number.isNaN(other)) continue;
    present++;
    if (other <= value) atMost++;
  }
  return present === 0 ? null : atMost / present;
}
