/** What may lie behind a step. */
export const cause = (move: number): string =>
  `a wrong price, or a split${splitOf(1 + move)} that is not adjusted for`;

const ratios = [
  [5, 4],
  [4, 3],
  [3, 2],
  [2, 1],
  [3, 1],
  [4, 1],
  [5, 1],
  [10, 1],
] as const;

/** The usual split nearest to a ratio of prices, ", 3 for 2," in words; empty when none is within 4 %. */
function splitOf(ratio: number): string {
  const named = ratios.flatMap(([a, b]) => [
    { ratio: b / a, words: ` of ${a} for ${b}` },
    { ratio: a / b, words: ` of ${b} for ${a}` },
  ]);
  const away = (one: { readonly ratio: number }) => Math.abs(Math.log(one.ratio / ratio));
  const [nearest] = named.toSorted((a, b) => away(a) - away(b));
  return nearest !== undefined && away(nearest) < 0.04 ? nearest.words : '';
}
