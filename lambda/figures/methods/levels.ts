import { methodOn } from './method.ts';

const risk = methodOn('risk');
const options = methodOn('options');

/** Methods of levels, stops, the expected move, losses, size and the put hedge. */
export const levelsMethods = {
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
  'options volatility': risk(
    'Volatility of 30 days that the exchange’s quote states for options of the index fund itself, as a fraction a year.',
  ),
  ladder: risk('Price of the fund next session if the index fund trades at the level, in dollars.'),
  'value at risk': risk(
    'Loss that 5 % of the last 504 sessions exceeded, the fund’s multiple of the index fund’s daily return, as a fraction.',
  ),
  'expected shortfall': risk('Mean loss of the sessions at or beyond the value at risk, as a fraction.'),
  distance: risk('The move that takes the close to the level: level over close, less one, as a fraction.'),
  'close against average': risk('Close over the mean of the last n closes, less one, as a fraction.'),
  'range share': risk('Average true range over the close, as a fraction.'),
  'expected-move band': risk('Close moved by one or two expected moves, in dollars.'),
  'expected move record': risk(
    'Share of the last 2520 sessions that ended within one or two standard deviations as estimated the session before, as a fraction.',
  ),
  'expected move record count': risk('Sessions behind that share, a count.'),
  'scenario loss': risk(
    'The fund’s multiple of an assumed move of the index fund next session, as a fraction or a price.',
  ),
  'fall frequency': risk(
    'Sessions of the last 2520 in which the index fund fell by so much or more, a count.',
  ),
  'position size': risk(
    'Position that loses 1 % of a $100,000 account at a stop two average true ranges below the close.',
  ),
  'dividend yield': options('Dividends of the last year from closes with and without them, as a fraction.'),
  'model put': options(
    'Black–Scholes–Merton put 5 % below the close with 30 days to run; a model, no market price.',
  ),
  'put hedge': options(
    'Model puts whose delta offsets the sized position: count to the nearest contract, and their cost.',
  ),
  'exposure cover': options(
    'Puts for as many shares of the index fund as the sized position moves like: contracts, not rounded and to the nearest, and their cost.',
  ),
} as const;
