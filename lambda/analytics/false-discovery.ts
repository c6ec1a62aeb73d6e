/**
 * The q of each p of a family of tests: the smallest false discovery rate at which the test counts as a discovery.
 * Y. Benjamini and Y. Hochberg, JRSS B 57 (1995) 289: by size, `q_i = min over j >= i of p_j m / j`, at most 1.
 *
 * @returns in the order given
 */
export function falseDiscoveryRates(ps: readonly number[]): readonly number[] {
  const bySize = ps.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const rates = new Array<number>(ps.length);
  let least = 1;
  for (let rank = ps.length; rank > 0; rank--) {
    const { p, i } = bySize[rank - 1]!;
    least = Math.min(least, (p * ps.length) / rank);
    rates[i] = least;
  }
  return rates;
}
