/**
 * The daily bars of one symbol, in columns: row i of every column belongs to `sessions[i]`.
 *
 * `close`, `open`, `high`, `low` are adjusted for splits (C, O, H, L of docs/methods/README.md: as traded today);
 * `adjusted` for splits and dividends (A). A column is null where the source has none. No column holds NaN.
 */
export interface Bars {
  readonly symbol: string;
  /** Session dates `YYYY-MM-DD`, ascending, each once. */
  readonly sessions: readonly string[];
  readonly open: Float64Array | null;
  readonly high: Float64Array | null;
  readonly low: Float64Array | null;
  readonly close: Float64Array | null;
  readonly adjusted: Float64Array | null;
  readonly volume: Float64Array | null;
  /** Splits that the source states, ascending; absent where it states none even of those that there were. */
  readonly splits?: readonly ShareSplit[];
}

/** From the session on, one share became `ratio` of them. */
export interface ShareSplit {
  readonly exDate: string;
  readonly ratio: number;
}
