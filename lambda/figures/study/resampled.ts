import { blockLength } from '../../analytics/block-length.ts';
import { resampledDifferences } from '../../analytics/stationary-bootstrap.ts';

/** What is resampled: outcomes in order, the cases of each event among them, and the stream of numbers. */
interface Column {
  readonly outcomes: Float64Array;
  readonly groups: readonly Int32Array[];
  /** The mean block is at least as long. */
  readonly horizon: number;
  readonly seed: number;
}

export interface Resampled {
  readonly block: number;
  readonly differences: readonly Float64Array[];
}

/** The columns of four studies, of those that took the longest to make. */
const kept = 32;
const made: { readonly of: Column; readonly resampled: Resampled }[] = [];

/**
 * The resampled differences of one outcome and horizon. What was made of the very same numbers is not made again, in whichever
 * panel they come: a run reads its data again, and half a million blocks take as long as all other figures together.
 */
export function resampledOf(column: Column): Resampled {
  const found = made.find(({ of }) => isSame(of, column));
  if (found !== undefined) return found.resampled;
  const { outcomes, groups, horizon, seed } = column;
  const block = Math.max(horizon, blockLength(outcomes));
  const resampled = { block, differences: resampledDifferences(outcomes, groups, block, seed) };
  made.push({ of: { ...column, outcomes: outcomes.slice() }, resampled });
  if (made.length > kept) made.shift();
  return resampled;
}

const isSame = (a: Column, b: Column): boolean =>
  a.seed === b.seed &&
  a.horizon === b.horizon &&
  isEqual(a.outcomes, b.outcomes) &&
  a.groups.length === b.groups.length &&
  a.groups.every((group, i) => isEqual(group, b.groups[i]!));

function isEqual(a: Float64Array | Int32Array, b: Float64Array | Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
