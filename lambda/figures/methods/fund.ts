import { methodOn } from './method.ts';

const leverage = methodOn('leverage');
const changes = methodOn('changes');
const history = methodOn('history');

/** Methods of the leveraged fund against its multiple, and of its horizons. */
export const fundMethods = {
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
  'calendar year': leverage('Total return from the last session before the year to its last, as a fraction.'),
  'calendar year multiple': leverage(
    'The fund’s multiple of the index fund’s return over the calendar year, as a fraction.',
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
  'period multiple': leverage(
    'The fund’s multiple of the index fund’s return over the window, as a fraction.',
  ),
  'daily multiple': leverage(
    'The fund’s multiple of the index fund’s daily returns, compounded over the window, as a fraction.',
  ),
  'recovery gain': leverage(
    'Gain that brings the fund back to its high: −d / (1 + d) of the drawdown d, as a fraction.',
  ),
  'expense ratio': leverage(
    'Net expense ratio as published for the years named as its source, as a fraction a year.',
  ),
  'efficiency ratio': leverage(
    'Kaufman’s: distance between the ends of 21 sessions over the length of the path, 1 straight, 0 in place.',
  ),
  'variance ratio': leverage(
    'Lo and MacKinlay’s: variance of 5-session returns over five times that of one, 252 sessions; above 1 moves carry on.',
  ),
  'variance ratio error': leverage(
    'Standard error of that ratio if returns are not autocorrelated: root of 2 (2q − 1)(q − 1) / (3 q n), q = 5, n = 252.',
  ),
  horizon: history(
    'Quantile of the fund’s return over every window of that many sessions of its data, as a fraction.',
  ),
  'horizon gap': history(
    'Quantile of the fund’s return less its multiple of the index fund’s over every such window, as a fraction.',
  ),
  'horizon shortfall': history(
    'Share of those windows in which the fund made less than the multiple, as a fraction.',
  ),
  'horizon count': history('Windows of that many sessions: every one, or separate ones, a count.'),
  previous: changes('The figure as it stood the session before, from the same data.'),
  revisions: changes(
    'Figures of the last published briefing that its session’s data now give and print differently, a count.',
  ),
} as const;
