/** When a company published its quarter's results, by its own filings. */
export interface Results {
  readonly symbol: string;
  /** The number under which the SEC keeps the company. */
  readonly company: number;
  /** The first session that could trade on each, ascending, each once. */
  readonly sessions: readonly string[];
}
