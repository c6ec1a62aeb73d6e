import { mulberry32 } from './seeded-random.ts';

/** How often a history is drawn anew. */
const resamples = 499;

/**
 * The stationary bootstrap of D. Politis and J. Romano, JASA 89 (1994) 1303, of how much the mean outcome of some cases differs
 * from that of all: a history of the same length is put together from blocks of the observed one, whose lengths are geometric
 * and which go on at its beginning where it ends; the cases go with their observations.
 *
 * @param outcomes of all cases, in order of time
 * @param groups the cases of each group, as ascending positions in `outcomes`
 * @param block mean length of a block, above 1
 * @returns of each group the differences, one a resample that holds a case of it
 */
export function resampledDifferences(
  outcomes: Float64Array,
  groups: readonly Int32Array[],
  block: number,
  seed: number,
): readonly Float64Array[] {
  const n = outcomes.length;
  const sums = runningSums(outcomes, groups);
  const width = 1 + 2 * groups.length;
  const found = groups.map(() => ({ differences: new Float64Array(resamples), drawn: 0 }));
  const totals = new Float64Array(width);
  const random = mulberry32(seed);
  const stop = Math.log(1 - 1 / block);
  for (let resample = 0; resample < resamples; resample++) {
    totals.fill(0);
    for (let length = 0; length < n; ) {
      const start = Math.floor(random() * n);
      const long = 1 + Math.floor(Math.log(1 - random()) / stop);
      const taken = Math.min(long, n - length);
      const from = start * width;
      const to = from + taken * width;
      for (let column = 0; column < width; column++)
        totals[column]! += sums[to + column]! - sums[from + column]!;
      length += taken;
    }
    for (const [group, of] of found.entries()) {
      const cases = totals[2 + 2 * group]!;
      if (cases > 0.5) of.differences[of.drawn++] = totals[1 + 2 * group]! / cases - totals[0]! / n;
    }
  }
  return found.map(({ differences, drawn }) => differences.subarray(0, drawn));
}

/**
 * Sums up to each row of the history twice over, so that a block is two rows whatever its length: of all outcomes, then of each
 * group its outcomes and its cases. Row by row, since a block reads all of two.
 */
function runningSums(outcomes: Float64Array, groups: readonly Int32Array[]): Float64Array {
  const n = outcomes.length;
  const width = 1 + 2 * groups.length;
  const sums = new Float64Array((2 * n + 1) * width);
  const put = (t: number, column: number, value: number): void => {
    sums[(t + 1) * width + column] = value;
    sums[(n + t + 1) * width + column] = value;
  };
  for (let t = 0; t < n; t++) put(t, 0, outcomes[t]!);
  for (const [group, cases] of groups.entries())
    for (const t of cases) {
      put(t, 1 + 2 * group, outcomes[t]!);
      put(t, 2 + 2 * group, 1);
    }
  for (let at = width; at < sums.length; at++) sums[at]! += sums[at - width]!;
  return sums;
}
