/** Months that the reading rests on: three for the mean of now, and for each of the twelve before it. */
export const sahmMonths = 15;

/**
 * The three-month mean of the unemployment rate less the lowest such mean of the twelve months before, in
 * percentage points. At 0.5 a recession has usually begun (C. Sahm, "Direct Stimulus Payments to Individuals",
 * in Recession Ready, Brookings 2019).
 *
 * @param rates the last fifteen monthly rates in percent, oldest first
 */
export function sahmReading(rates: Float64Array): number {
  const sumOfThree = (end: number) => rates[end]! + rates[end - 1]! + rates[end - 2]!;
  const now = rates.length - 1;
  let lowest = Number.POSITIVE_INFINITY;
  for (let back = 1; back <= 12; back++) lowest = Math.min(lowest, sumOfThree(now - back));
  // Rates have one decimal: what lies beyond nine is the arithmetic's, and would make -9e-16 of a zero. No -0 either.
  return Math.round((sumOfThree(now) - lowest) * 1e9) / 1e9 / 3 + 0;
}
