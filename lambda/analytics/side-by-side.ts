/**
 * How many cases lie side by side: walking forward, one counts when it lies at least `h` sessions after the last that counted.
 *
 * @param cases sessions, ascending
 * @example sideBySide([1, 3, 6, 8], 5) // 2
 */
export function sideBySide(cases: ArrayLike<number>, h: number): number {
  let apart = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < cases.length; i++) {
    const at = cases[i]!;
    if (at - last < h) continue;
    apart++;
    last = at;
  }
  return apart;
}
