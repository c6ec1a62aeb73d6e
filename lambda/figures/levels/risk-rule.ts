/**
 * The rule that sizes the example position: an account, the share of it at risk, and how far away the stop is. Round
 * numbers that a reader scales to his own; stated wherever the size is shown.
 */
export const riskRule = {
  /** US dollars. */
  account: 100_000,
  /** Fraction of the account that a move to the stop may cost. */
  risk: 0.01,
  /** Average true ranges from the close to the stop. */
  stopRanges: 2,
} as const;

/** IWM's next session in the loss table, percent. */
export const scenarioFalls = [-1, -3, -5, -7, -10] as const;

/** Sessions over which past falls are counted: ten years. */
export const frequencySessions = 2520;
