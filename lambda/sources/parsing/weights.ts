/**
 * Percentages added up by kind, as fractions, largest first; kinds of nothing are left out. Ten decimals: more is the
 * noise of adding.
 *
 * @param rows a kind and its percentage, as often as it comes
 */
export function weightsOf(
  rows: readonly (readonly [kind: string, percent: number])[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [kind, percent] of rows) sums.set(kind, (sums.get(kind) ?? 0) + percent);
  const fractions = [...sums]
    .map(([kind, percent]) => [kind, Number((percent / 100).toFixed(10))] as const)
    .filter(([, fraction]) => fraction !== 0);
  return new Map(fractions.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}
