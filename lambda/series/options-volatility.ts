/** What option prices of one symbol imply of its next thirty days, as their exchange states it. */
export interface OptionsVolatility {
  readonly symbol: string;
  /** The session whose last trade the quote is of. */
  readonly asOf: string;
  /** Standard deviation of daily returns that 30 calendar days of options imply, a fraction a year. */
  readonly value: number;
}
