/** What a fund's publisher says its shares cost, by its own rules: which losses count, and over which year. */
export interface FundValuation {
  readonly fund: string;
  /** The day that it is of, as its publisher says. */
  readonly asOf: string;
  readonly priceEarnings: number;
  /** Price over book value; null where the publisher gives none. */
  readonly priceBook: number | null;
}
