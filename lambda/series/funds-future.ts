/** The daily prices of one 30-day federal funds contract: 100 less the month's average effective rate, in percent. */
export interface FundsFuture {
  /** `2026-02`. */
  readonly month: string;
  /** Ascending, each once. */
  readonly sessions: readonly string[];
  readonly closes: Float64Array;
}
