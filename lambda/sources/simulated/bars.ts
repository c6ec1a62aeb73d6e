/** Columns of one simulated symbol, one element a session of `days`. */
export interface SimulatedBars {
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  /** Null for an index, which pays nothing. */
  readonly adjusted: Float64Array | null;
  readonly volume: Float64Array | null;
}
