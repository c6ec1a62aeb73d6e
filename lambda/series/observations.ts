/**
 * One macro series: what was observed for each period, and, where the source says so, when each value became known.
 */
export interface Observations {
  readonly id: string;
  /** Period dates as the publisher stamps them (`2025-11-01` for November 2025), ascending, each once. */
  readonly dates: readonly string[];
  /** Newest value of each period in the publisher's units; NaN where the publisher gave the period no value. */
  readonly values: Float64Array;
  /** Every value that was ever current, where the source keeps vintages; absent otherwise. */
  readonly vintages?: Vintages;
}

/** Row i says: from `from[i]` on, the value known for period `dates[i]` was `values[i]`. Ascending by `from`. */
export interface Vintages {
  readonly from: readonly string[];
  readonly dates: readonly string[];
  readonly values: Float64Array;
}
