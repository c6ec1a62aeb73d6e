import { ewmaNeeds } from '../../analytics/ewma-volatility.ts';
import type { PriceHistory } from '../../market-data/price-history.ts';
import { type FigureOutcome, tooShort } from '../write.ts';

/** The EWMA volatility as of a session, fraction a year: a long statistic, over all returns that exist up to it. */
export function ewmaAt(history: PriceHistory, index: number): FigureOutcome {
  const value = history.ewma()[index] ?? Number.NaN;
  if (!Number.isNaN(value)) return value;
  const returns = history.logReturns().subarray(0, index + 1);
  return tooShort(ewmaNeeds, returns.length - returns.filter(Number.isNaN).length, 'daily returns');
}
