const page = (family: string) => (definition: string) => ({
  definition,
  page: `docs/methods/${family}.md`,
});
const risk = page('risk');
const options = page('options');
const macro = page('macro');

/** Methods of what stands beside the contract's figures: distances, scenarios, size, hedge, the scorecard. */
export const furtherMethods = {
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
    'Position that loses 1 % of a 100 000 dollar account at a stop two average true ranges below the close.',
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
  'reading before': macro(
    'The reading one period earlier, one month for daily series, as known on the session.',
  ),
  direction: macro(
    'Rising or falling when the change from the reading before exceeds a quarter of the typical change.',
  ),
  'ten-year percentile': macro(
    'Share of the readings of the last ten years at or below this one, as a fraction.',
  ),
  'three-year percentile': macro(
    'Share of the readings of the last three years at or below this one, as a fraction.',
  ),
  'reading period': macro('The period that the reading is about.'),
  'known since': macro(
    'First day on which the reading was known: of its first vintage, of its publication, or of the fetch that held it.',
  ),
  'usual date': macro(
    'Day by which a reading of that period usually is out, computed; it may have come earlier.',
  ),
  'volatility index': macro('Close of the volatility index on the session, in index points.'),
  'meeting schedule': macro('Last day of the next scheduled meeting by the published schedule, a date.'),
  'soft-landing table': macro('Whether a condition of the soft-landing table is met, or how many are.'),
} as const;
