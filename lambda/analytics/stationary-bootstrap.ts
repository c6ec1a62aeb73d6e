import { mulberry32 } from './seeded-random.ts';

/** How often a history is drawn again. */
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
  const blocks = drawnBlocks(outcomes.length, block, seed);
  const all = totalsIn(
    blocks,
    outcomes,
    new Int32Array(outcomes.length).map((_, row) => row),
  );
  return groups.map((rows) => {
    const { sums, cases } = totalsIn(blocks, outcomes, rows);
    const differences = new Float64Array(resamples);
    let drawn = 0;
    for (let resample = 0; resample < resamples; resample++)
      if (cases[resample]! > 0)
        differences[drawn++] =
          sums[resample]! / cases[resample]! - all.sums[resample]! / all.cases[resample]!;
    return differences.subarray(0, drawn);
  });
}

/** The blocks that all resamples are put together from, as rows of the history written twice over. */
interface Blocks {
  /** First row of each. */
  readonly from: Int32Array;
  /** The row behind its last. */
  readonly to: Int32Array;
  /** How many blocks there are up to the end of each resample. */
  readonly upTo: Int32Array;
}

function drawnBlocks(n: number, block: number, seed: number): Blocks {
  let from = new Int32Array(Math.ceil((1.2 * resamples * n) / block) + resamples);
  let to = new Int32Array(from.length);
  const upTo = new Int32Array(resamples);
  const random = mulberry32(seed);
  const stop = Math.log(1 - 1 / block);
  let drawn = 0;
  for (let resample = 0; resample < resamples; resample++) {
    for (let length = 0; length < n; drawn++) {
      if (drawn === from.length) [from, to] = [doubled(from), doubled(to)];
      const start = Math.floor(random() * n);
      const long = 1 + Math.floor(Math.log(1 - random()) / stop);
      const taken = Math.min(long, n - length);
      from[drawn] = start;
      to[drawn] = start + taken;
      length += taken;
    }
    upTo[resample] = drawn;
  }
  return { from, to, upTo };
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * values.length);
  longer.set(values);
  return longer;
}

/**
 * Of each resample the sum of some rows' outcomes, and how many of them it holds. Running sums make a block two looks into them,
 * whatever its length; each has its count beside it.
 */
function totalsIn({ from, to, upTo }: Blocks, outcomes: Float64Array, rows: Int32Array) {
  const running = new Float64Array(2 * (2 * outcomes.length + 1));
  const put = (at: number, outcome: number): void => {
    running[2 * at] = outcome;
    running[2 * at + 1] = 1;
  };
  for (const row of rows) put(row + 1, outcomes[row]!);
  for (const row of rows) put(outcomes.length + row + 1, outcomes[row]!);
  for (let at = 2; at < running.length; at++) running[at]! += running[at - 2]!;
  const sums = new Float64Array(resamples);
  const cases = new Float64Array(resamples);
  for (let resample = 0, block = 0; resample < resamples; resample++) {
    let [sum, count] = [0, 0];
    for (const end = upTo[resample]!; block < end; block++) {
      const [first, last] = [2 * from[block]!, 2 * to[block]!];
      sum += running[last]! - running[first]!;
      count += running[last + 1]! - running[first + 1]!;
    }
    sums[resample] = sum;
    cases[resample] = count;
  }
  return { sums, cases };
}
