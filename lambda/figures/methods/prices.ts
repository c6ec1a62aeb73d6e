import { methodOn } from './method.ts';

const performance = methodOn('performance');

/** Methods of returns, volatility and drawdown. */
export const pricesMethods = {
  return: performance('Adjusted close over that at the start of the window, less one, as a fraction.'),
  'basket return': performance(
    'Mean of the members’ returns over the window, equal weights at its start, as a fraction.',
  ),
  'excess return': performance('Return of the first less return of the second, as a fraction.'),
  close: performance('Last price of the session, adjusted for splits, in dollars or index points.'),
  change: performance('Close over the close of the session before, less one, as a fraction.'),
  volatility: performance(
    'Sample deviation of the last n daily log returns times the root of 252, as a fraction a year.',
  ),
  'ewma volatility': performance(
    'RiskMetrics volatility of daily log returns, decay 0.94, over the whole history, as a fraction a year.',
  ),
  'yang-zhang volatility': performance(
    'Volatility of 21 sessions from opens, highs, lows and closes, as a fraction a year.',
  ),
  drawdown: performance('Adjusted close over its highest so far, less one, as a fraction.'),
  'worst drawdown': performance(
    'Deepest fall from a running maximum within the last 252 adjusted closes, as a fraction.',
  ),
  rank: performance('Place among the benchmarks by 21-session return, 1 the highest, a rank.'),
  'rank count': performance('How many benchmarks have a 21-session return and are ranked, a count.'),
  'unusual move': performance(
    'Return of the session over the EWMA deviation of a session as estimated the session before, a ratio.',
  ),
  'below high': performance('Close over the highest high of the last 252 sessions, less one, as a fraction.'),
} as const;
