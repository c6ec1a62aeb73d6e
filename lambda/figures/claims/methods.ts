import { methodOn } from '../method.ts';

const macro = methodOn('macro');
const leverage = methodOn('leverage');

/** Methods of what claims are read from. */
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
  'yearly cost': leverage('Minus the tracking difference, as a fraction a year.'),
} as const;
