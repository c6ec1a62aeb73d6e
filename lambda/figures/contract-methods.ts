import { companionMethods } from './companion-methods.ts';
import { furtherMethods } from './further-methods.ts';

const page = (family: string) => (definition: string) => ({
  definition,
  page: `docs/methods/${family}.md`,
});
const performance = page('performance');
const rotation = page('rotation');
const leverage = page('leverage');
const risk = page('risk');
const macro = page('macro');

/** Methods of the figures that the figures document defines. */
export const contractMethods = {
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
  'ratio to average': rotation(
    'Ratio of the two adjusted closes over its mean of the last n sessions, less one, as a fraction.',
  ),
  'ratio percentile': rotation(
    'Share of the last 1260 values of the ratio that are at or below today’s, as a fraction.',
  ),
  wins: rotation('Sessions of the last n in which the first returned more than the second, a count.'),
  streak: rotation(
    'Sessions that the first has out- (+) or underperformed (−) the second without a break; a tie is 0.',
  ),
  'map ratio': rotation(
    '100 plus the z-score of the smoothed weekly log ratio against its last 14 weeks, an index around 100.',
  ),
  'map momentum': rotation(
    '100 plus the z-score of the two-week change of the map ratio against its last 14, an index around 100.',
  ),
  'map quadrant': rotation(
    'Leading, weakening, lagging or improving: map ratio and momentum at or above 100, or below.',
  ),
  'score component': rotation(
    'Standing of a statistic against its own trailing 1260 sessions, in standard deviations, not clipped.',
  ),
  'rotation score': rotation(
    'Weighted mean of the components clipped at two deviations, scaled to −100 to 100.',
  ),
  'rotation state': rotation(
    'Small-cap leadership from 25 up until below 10, large-cap leadership from −25 down until above −10.',
  ),
  'rotation age': rotation('Sessions that the state has lasted, its first counted as 1.'),
  'rotation record': rotation(
    'Correlation of the score with the log return of IWM against SPY over the next n sessions, −1 to 1.',
  ),
  'rotation record interval': rotation(
    'The 95 % interval of that correlation by Fisher’s transformation, by the spans side by side, −1 to 1.',
  ),
  'rotation record count': rotation(
    'Sessions with a score and a known outcome behind the record, or spans of that many side by side, a count.',
  ),
  beta: leverage(
    'Least-squares slope, with intercept, of the fund’s daily returns on the index fund’s, a ratio.',
  ),
  r2: leverage('Share of the fund’s daily variance that the index fund’s explains, a ratio.'),
  'implied move': leverage('The fund’s return on the day over its multiple: what it says of the index fund.'),
  residual: leverage('The fund’s return on the day less its multiple of the index fund’s, as a fraction.'),
  gap: leverage(
    'The fund’s return less its multiple of the index fund’s over the same window, as a fraction.',
  ),
  'gap from compounding': leverage(
    'Daily multiples of the index fund’s returns compounded, less the multiple of its return, as a fraction.',
  ),
  'gap from cost': leverage(
    'The fund’s return less daily multiples compounded: expenses, financing, tracking, as a fraction.',
  ),
  'variance drag': leverage(
    'What the variance of the index fund took from its return raised to the multiple, as a fraction.',
  ),
  'tracking difference': leverage(
    'Mean daily return less its multiple of the index fund’s over 252 sessions, times 252, a fraction a year.',
  ),
  'tracking error': leverage(
    'Deviation of the daily return less its multiple over 252 sessions, times the root of 252, a fraction a year.',
  ),
  'year outcome': leverage(
    'Return of a fund without costs after a year, given the index return and volatility, as a fraction.',
  ),
  'breakeven with costs': leverage(
    'Index return over 21 sessions at which the fund is flat at the recent volatility and last year’s costs, a fraction.',
  ),
  breakeven: leverage(
    'Index return over 21 sessions at which a fund without costs is flat at today’s volatility, as a fraction.',
  ),
  'average true range': risk('Wilder’s average true range over 14 sessions, in the price’s unit.'),
  'atr stop': risk('Close less two average true ranges, in the price’s unit.'),
  chandelier: risk('Highest high of 22 sessions less three average true ranges, in the price’s unit.'),
  'moving average': risk('Mean of the last n closes, in the price’s unit.'),
  '52-week high': risk('Highest high of the last 252 sessions, in the price’s unit.'),
  '52-week low': risk('Lowest low of the last 252 sessions, in the price’s unit.'),
  pivot: risk('Floor-trader pivot for the next session from high, low and close, in the price’s unit.'),
  'expected move': risk(
    'One standard deviation of the next session: annual volatility over the root of 252, as a fraction.',
  ),
  ladder: risk('Price of the fund next session if the index fund trades at the level, in dollars.'),
  'value at risk': risk(
    'Loss that 5 % of the last 504 sessions exceeded, three times the index fund’s daily return, as a fraction.',
  ),
  'expected shortfall': risk('Mean loss of the sessions at or beyond the value at risk, as a fraction.'),
  'macro level': macro('Newest value known on the session, percentages as fractions.'),
  'macro change': macro(
    'Newest value known over that of the same period a year before, less one, as a fraction.',
  ),
  'macro annualised': macro(
    'Growth over a shorter or longer span than a year, at a yearly rate, as a fraction.',
  ),
  'macro mean': macro('Mean of the newest values or changes known, in the publisher’s unit.'),
  'sahm reading': macro(
    'Three-month mean of unemployment less its lowest of the twelve months before, in percentage points.',
  ),
  'curve slope': macro('Ten-year less two-year Treasury yield, as a fraction.'),
  'policy gap': macro('Two-year Treasury yield less the middle of the fed funds target, as a fraction.'),
  'regional composite': macro(
    'Mean z-score over 120 months of the regional Fed surveys of manufacturing: not ISM.',
  ),
  ...furtherMethods,
  ...companionMethods,
} as const;
