import type { ForwardCorrelation } from '../analytics/forward-correlation.ts';
import type { ScoreComponent } from '../analytics/rotation-score.ts';
import type { StateWalk } from '../analytics/rotation-state.ts';

/**
 * The rotation score over the whole history. Element t of every column rests on what was known at the close of session
 * t, and on nothing before the underlying's first bar; absent values are NaN.
 */
export interface RotationHistory {
  readonly components: Readonly<Record<ScoreComponent, Float64Array>>;
  readonly scores: Float64Array;
  /** The components that have no value of any session up to one. */
  readonly lacking: (index: number) => readonly ScoreComponent[];
  readonly walk: () => StateWalk;
  /** How the score went with the return of its momentum pair over a given number of sessions after it. */
  readonly record: (horizon: number) => ForwardCorrelation;
}
