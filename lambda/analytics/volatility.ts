import { sampleDeviation } from './standard-deviation.ts';

/** Sessions a year, by which daily figures are annualised. */
export const sessionsPerYear = 252;

/** Close-to-close volatility, fraction a year: sample deviation of daily log returns times sqrt(252). */
export const volatility = (dailyLogReturns: Float64Array): number =>
  sampleDeviation(dailyLogReturns) * Math.sqrt(sessionsPerYear);
