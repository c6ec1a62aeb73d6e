/**
 * The place of the value at `index` among all, 1 for the highest; equal values share the better place. Figure
 * `rank.IWM.21d`.
 *
 * @example rank([0.01, 0.03, 0.02], 2) // 2
 */
export function rank(values: readonly number[], index: number): number {
  return 1 + values.filter((value) => value > values[index]!).length;
}
