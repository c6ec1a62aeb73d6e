const page = (family: string) => (definition: string) => ({
  definition,
  page: `docs/methods/${family}.md`,
});
const performance = page('performance');
const rotation = page('rotation');
const leverage = page('leverage');
const history = page('history');

/** Methods of the figures that the front page, the rotation and the fund's section show beside the contract's. */
export const companionMethods = {
  rank: performance('Place among the benchmarks by 21-session return, 1 the highest, a rank.'),
  'rank count': performance('How many benchmarks have a 21-session return and are ranked, a count.'),
  'unusual move': performance(
    'Return of the session over the EWMA deviation of a session as estimated the session before, a ratio.',
  ),
  'below high': performance('Close over the highest high of the last 252 sessions, less one, as a fraction.'),
  'state before': rotation('The leadership that the present state followed.'),
  'state onset': rotation('First session of the present state.'),
  'share above average': rotation(
    'Share of the edition’s small-cap and sector funds whose adjusted close is above its 50-session mean, as a fraction.',
  ),
  'share count': rotation('Funds behind a share, a count.'),
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
  'horizon count': history('Windows of that many sessions: every one, or side by side, a count.'),
  previous: history('The figure as it stood the session before, from the same data.'),
  revisions: history(
    'Figures of the last published briefing that its session’s data now give differently, a count.',
  ),
} as const;
