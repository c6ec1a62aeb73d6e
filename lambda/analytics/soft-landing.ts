/** What one condition of the truth table says: met, not met, or null when its figure is missing. */
export type ConditionAnswer = boolean | null;

/** The readings that the conditions test; null where a reading cannot be computed. */
export interface SoftLandingReadings {
  /** Core CPI over the year now and three months before, fractions. */
  readonly inflation: number | null;
  readonly inflationBefore: number | null;
  /** Unemployment rate less its low of the last 12 months, fraction (0.003 is 0.3 points). */
  readonly unemploymentAboveLow: number | null;
  /** Real growth, fraction a year. */
  readonly growth: number | null;
  /** Sahm reading, points. */
  readonly sahm: number | null;
}

/** The four conditions, each answered on its own. */
export interface SoftLandingTable {
  readonly inflation: ConditionAnswer;
  readonly unemployment: ConditionAnswer;
  readonly growth: ConditionAnswer;
  readonly sahm: ConditionAnswer;
}

/** Where each condition turns. */
export const softLandingLimits = {
  /** Unemployment within this of its 12-month low, fraction. */
  unemployment: 0.003,
  /** Real growth above this, fraction a year. */
  growth: 0.01,
  /** Sahm reading below this, points (Sahm 2019: 0.50 marks the start of a recession). */
  sahm: 0.5,
} as const;

/** Rates are published to a tenth of a point; a difference of exactly 0.3 must not fail for its last bit. */
const roundingSlack = 1e-9;

/**
 * The soft-landing truth table: inflation lower than three months before; unemployment at most 0.3 points above its
 * 12-month low; real growth above 1 %; Sahm reading below 0.50. A reading that is missing answers null, never a
 * guess. The briefing reports the count of answers and draws no conclusion. Figures `macro.softlanding.*`.
 */
export function softLanding(readings: SoftLandingReadings): SoftLandingTable {
  const { inflation, inflationBefore, unemploymentAboveLow, growth, sahm } = readings;
  return {
    inflation: inflation === null || inflationBefore === null ? null : inflation < inflationBefore,
    unemployment:
      unemploymentAboveLow === null
        ? null
        : unemploymentAboveLow <= softLandingLimits.unemployment + roundingSlack,
    growth: growth === null ? null : growth > softLandingLimits.growth,
    sahm: sahm === null ? null : sahm < softLandingLimits.sahm - roundingSlack,
  };
}
