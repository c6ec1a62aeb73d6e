/** Values are compared after rounding to nine decimals, so that equal readings tie whatever their last bits say. */
const rounded = (value: number): number => Math.round(value * 1e9);

/**
 * Share of the values that are at most `value`, between 0 and 1; equal when they agree to nine decimals. Values that are
 * not there (NaN) do not count. Null when there is nothing to compare with. Figures `*.percentile*`.
 *
 * @example percentileRank([1, 2, 3, 4], 3) // 0.75
 */
export function percentileRank(values: ArrayLike<number>, value: number): number | null {
  const limit = rounded(value);
  // Further above than this no rounding makes a tie: nearly every value is decided without.
  const beyond = value + 1e-6 * Math.max(1, Math.abs(value));
  let present = 0;
  let atMost = 0;
  for (let i = 0; i < values.length; i++) {
    const other = values[i] as number;
    if (other > beyond) present++;
    else if (!Number.isNaN(other)) {
      present++;
      if (other <= value || rounded(other) <= limit) atMost++;
    }
  }
  return present === 0 ? null : atMost / present;
}
