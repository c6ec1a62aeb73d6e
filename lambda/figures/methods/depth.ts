import { methodOn } from './method.ts';

const macro = methodOn('macro');
const rotation = methodOn('rotation');
const leverage = methodOn('leverage');
const risk = methodOn('risk');
const options = methodOn('options');
const calendar = methodOn('calendar');

/** Methods of sensitivities, the gauge of enthusiasm, costs, paths, swing levels, gaps, records and structures. */
export const depthMethods = {
  sensitivity: macro(
    'Least-squares slope of daily returns on daily changes of a rate, in fractions a point, or of the log of the dollar, over the last n sessions that have both.',
  ),
  'error of sensitivity': macro('Newey–West standard error of that slope, in its unit.'),
  't of sensitivity': macro('That slope over its standard error.'),
  'enthusiasm component': rotation(
    'Share of the last 1260 readings that are at most today’s, as a fraction; at least 504 are needed.',
  ),
  'enthusiasm gauge': rotation(
    '100 times the mean of the four components: high is enthusiastic, neither good nor bad.',
  ),
  'enthusiasm change': rotation('The gauge less the gauge of 63 sessions before.'),
  'straight path': leverage(
    'The fund’s return when the index fund makes the move in equal steps, after expenses and borrowing, as a fraction; a model.',
  ),
  'choppy path': leverage(
    'The same when the index fund goes up and down on its way by its volatility of 21 sessions, as a fraction; a model.',
  ),
  'tracking cost': leverage(
    'Sum over n sessions of the fund’s return less its multiple of the index fund’s, as a fraction.',
  ),
  'expense cost': leverage(
    'Minus the fund’s net expense ratio over the calendar days of the window, as a fraction.',
  ),
  'financing cost': leverage(
    'Minus the overnight rate, or the three-month bill, on the borrowed part over the window, as a fraction.',
  ),
  'underlying expense': leverage(
    'The index fund’s own expense ratio times the multiple over the window, as a fraction: the index of the swaps does not bear it.',
  ),
  'residual cost': leverage(
    'What is left of the sum: swap spread, tax and timing of dividends, premium, rounding, as a fraction.',
  ),
  rebalancing: leverage(
    'Index exposure bought (+) or sold at the close for every billion dollars of the fund’s assets the evening before, in dollars.',
  ),
  'swing level': risk(
    'Mean of the prices at which the index fund turned within a year, gathered within half an average true range, in dollars.',
  ),
  'swing touches': risk('Turns gathered at that level, a count.'),
  'swing date': risk('Session of the newest of them.'),
  'opening gap': risk('Open over the close before, less one, as a fraction.'),
  'open gap': risk('The nearest price at which a gap of the last 252 sessions would close, in dollars.'),
  'date of a gap': risk('Session that opened it.'),
  'open gaps': risk('Gaps of the last 252 sessions that no later session closed, a count.'),
  'ladder error': risk(
    'The fund’s close over where the ladder of the evening before had put it at the index fund’s close, less one, as a fraction.',
  ),
  'stops reached': risk(
    'Sessions of the last 1260 whose low reached the evening before’s stop of two average true ranges, or whose open was below it, a count.',
  ),
  'gaps through stops': risk(
    'Share of those that opened below the stop, with its 95 % score interval, as a fraction.',
  ),
  'falls overnight': risk(
    'Sessions of the last 2520 that opened more than two average true ranges below the close before, a count.',
  ),
  'option structure': options(
    'A put spread and a collar of 30 days by the model of the put hedge: strikes, prices and deltas; no market price.',
  ),
  'full cover': options(
    'Model puts whose delta covers all of the fund’s exposure, over the position, as a fraction.',
  ),
  'event ratio': calendar('Mean move on such days over that of all days.'),
  'event excess': calendar(
    'Mean of the index fund’s return less its rival’s on such days of the last 2520 sessions, as a fraction.',
  ),
  'error of event excess': calendar('Standard error of that mean, as a fraction.'),
  'event hits': calendar('Share of such days on which the index fund was ahead, as a fraction.'),
} as const;
