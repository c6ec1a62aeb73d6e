import { thresholds } from '../words/thresholds.ts';

/** From where on a difference between two sessions is a change, by the specification of each kind. */
export const limits = {
  /** The fund's return on the day less its multiple of the underlying's, a fraction: beyond this. */
  residual: 0.015,
  /** Points of the rotation score. */
  score: 15,
  /** Ratio of the expected moves, and its inverse. */
  range: 1.2,
  /** Sessions of a run that ended. */
  run: thresholds.run,
  /** Sessions that a verdict has to have lasted for its end to be a change. */
  verdict: 5,
  /** Claims, and revised series, that are named before the rest are only counted. */
  namedClaims: 5,
  namedSeries: 4,
  /** Revised figures whose values are kept. */
  keptRevisions: 12,
} as const;
