import { methodOn } from './method.ts';

const macro = methodOn('macro');
const leverage = methodOn('leverage');
const performance = methodOn('performance');
const rotation = methodOn('rotation');
const risk = methodOn('risk');
const calendar = methodOn('calendar');
const claims = methodOn('claims');

export const claimsMethods = {
  'three months': macro(
    'Mean of the newest three months over the mean of the three before, less one, as a fraction.',
  ),
  'mean of readings': macro('Mean of the newest readings, in their unit.'),
  'change of readings': macro('The newest reading less that of so many months before, in the series’ unit.'),
  'three months of a year before': macro(
    'Mean of the newest three months over the mean of the same months a year before, less one, as a fraction.',
  ),
  'lowest growth': macro('Lowest of the last four quarters’ growth at a yearly rate, as a fraction a year.'),
  'above the low': macro(
    'The newest unemployment rate less the lowest of its newest twelve months that were published, in points.',
  ),
  'sessions as promised': leverage(
    'Share of the last 21 sessions whose return was within 0.25 points of the fund’s multiple, as a fraction.',
  ),
  'windows near the multiple': leverage(
    'Share of the windows of n sessions that ended in the last 252 within a point of the multiple of the index fund’s return, as a fraction.',
  ),
  capture: leverage(
    'Mean return of the fund over that of the index fund on the rising, or falling, sessions of the last 252.',
  ),
  'amplified advances': leverage(
    'Median of the fund’s return over that of the index fund, of the windows of 21 sessions within a year in which that made 3 % or more.',
  ),
  'sideways gap': leverage(
    'Median gap from compounding of the windows of 21 sessions within a year in which the index fund moved 2 % or less, as a fraction.',
  ),
  'volatility and compounding': leverage(
    'Correlation over 252 sessions of the index fund’s volatility with the gap that compounding its last 21 sessions makes.',
  ),
  'margin cost': leverage(
    'What borrowing for the same exposure cost: the borrowed part times the mean three-month bill of a year and 1.5 points, as a fraction a year.',
  ),
  'leaders return': performance(
    'Return of the basket or, while a member has none, of the fund that stands in for it, as a fraction.',
  ),
  'volatility ratio': performance(
    'Volatility of 21 sessions of the index fund over that of its first rival, a ratio.',
  ),
  'median volatility ratio': performance('Median of that ratio over 252 sessions.'),
  'volume on rises': rotation('Shares traded on rising sessions over all of 63 sessions, as a fraction.'),
  'share of dollars': rotation(
    'Dollars traded of the index fund and the leveraged fund over those and the rivals’ together, 21 sessions, as a fraction.',
  ),
  'standing of the share': rotation('That share against its own 252 sessions, in standard deviations.'),
  cyclicals: rotation(
    'Mean excess over 63 sessions of the domestic sectors over the first rival, as a fraction.',
  ),
  'cyclicals and rates': rotation(
    'Correlation over 504 sessions of that excess with the change of the ten-year yield over the same 63.',
  ),
  'share of risers': rotation(
    'Share of the funds for breadth whose return over 63 sessions is above zero, as a fraction.',
  ),
  'change over 63 sessions': macro(
    'The value known on the session less that known 63 sessions before, percentages as fractions.',
  ),
  cutting: macro(
    'Yes when the mean effective rate of 21 sessions is at least 0.20 points below that of 126 sessions before.',
  ),
  'excess while cutting': macro(
    '252 times the index fund’s mean daily lead on sessions after an evening of cutting, less on the others, ten years, as a fraction a year.',
  ),
  'five-year percentile': macro(
    'Share of the last 1260 closes, each as it stood on its session, that are at most the newest, as a fraction.',
  ),
  'level touched': risk(
    'Sessions of the last 252 that opened above the first support of the evening before and traded at or below it, a count.',
  ),
  'level held': risk(
    'Share of those that closed above it, with Wilson’s interval of 95 %, as a fraction; from 15 on.',
  ),
  exceedances: risk('Sessions of the last 252 beyond the value at risk of the evening before, a count.'),
  kupiec: risk('Kupiec’s likelihood ratio that these are one in twenty; 3.84 is its limit at 5 %.'),
  'spread of ranges': risk(
    'Largest over smallest average true range of the fund, as a share of its close, within 63 sessions, a ratio.',
  ),
  'overnight part': risk(
    'Of the 25 worst of the last 504 sessions by close, the part of the fall that had come by the open, as a fraction.',
  ),
  'moves on events': calendar(
    'Welch’s t of the size of moves on such days against other days of 504 sessions; at least 15 such days.',
  ),
  election: calendar(
    'Calendar days to the next federal general election, the Tuesday after the first Monday of November of even years.',
  ),
  'claim verdict': claims(
    'What the claim’s rule says of today’s figures: supported, mixed, not supported or not computable, a word.',
  ),
  'claim lead': claims('The number that the claim’s verdict leads with, in its own unit.'),
  'claim since': claims(
    'First session of the unbroken run of today’s verdict, as known on each session; none where it is 252 sessions or longer.',
  ),
  'claim before': claims('The verdict that this run replaced, a word.'),
  'claims counted': claims('How many of the claims have the verdict, a count.'),
  'balance of claims': claims(
    'Claims on economy and price that are supported less those that are not, a count; five of the seven are needed.',
  ),
  'yearly cost': leverage('Minus the tracking difference, as a fraction a year.'),
} as const;
